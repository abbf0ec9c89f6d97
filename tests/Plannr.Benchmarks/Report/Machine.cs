using System.Globalization;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Environments;

namespace Plannr.Benchmarks.Report;

/// <summary>The date and the machine of a measurement, and the load before it.</summary>
internal static class Machine
{
    private const string LoadFile = "/proc/loadavg";

    private static string _load = "";

    /// <summary>Reads the load of the machine. Call this before the first measurement, which adds load itself.</summary>
    public static void ReadLoad()
    {
        if (File.Exists(LoadFile))
        {
            // "0.60 1.22 0.78 ...": the averages of 1, 5 and 15 minutes.
            _load = $" Load average of the five minutes before: {File.ReadAllText(LoadFile).Split(' ')[1]}.";
        }
    }

    public static string Line()
    {
        // "BenchmarkDotNet v0.15.8, Linux Debian GNU/Linux 12 (bookworm)", "AMD EPYC 2.10GHz, 1 CPU, 2 logical and 2 physical cores", ".NET SDK 10.0.401", ...
        var host = HostEnvironmentInfo.GetCurrent().ToFormattedString().ToArray();
        var system = host[0][(host[0].IndexOf(',', StringComparison.Ordinal) + 1)..].Trim();
        var date = DateTime.UtcNow.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return $"Measured on {date}: {host[1]}; {system}; {RuntimeInformation.FrameworkDescription}.{_load}";
    }
}
