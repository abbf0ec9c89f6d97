using System.Globalization;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Environments;

namespace Plannr.Benchmarks.Report;

/// <summary>When and where something was measured.</summary>
internal static class Machine
{
    public static string Line()
    {
        var host = HostEnvironmentInfo.GetCurrent().ToFormattedString().ToArray();
        // "BenchmarkDotNet v0.15.8, Linux Debian GNU/Linux 12 (bookworm)", "AMD EPYC 2.10GHz, 1 CPU, 2 logical and 2 physical cores", ".NET SDK 10.0.401", ...
        var system = host[0][(host[0].IndexOf(',') + 1)..].Trim();
        return $"Measured on {DateTime.UtcNow.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}: {host[1]}; {system}; {RuntimeInformation.FrameworkDescription}.";
    }
}
