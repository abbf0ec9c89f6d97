using System.Globalization;

namespace Plannr.Codegen.Costs;

/// <summary>The date and the machine of a measurement.</summary>
internal static class Machine
{
    public static string Line
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : "Linux";
            var date = DateTime.UtcNow.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
            return $"Measured on {date} on {Environment.ProcessorCount} cores with the .NET SDK {BuildTree.Metadata("SdkVersion")} and NSwag {BuildTree.Metadata("NSwagVersion")}, on {system}.";
        }
    }
}
