using System.Reflection;

namespace Plannr.Benchmarks;

/// <summary>The paths and versions that this program needs to start itself again and to write its results.</summary>
internal static class ThisProgram
{
    /// <summary>The role of a server; the argument is how long its bodies take to arrive, in milliseconds.</summary>
    public const string ServeRole = "serve";

    /// <summary>The role of a reader of slow bodies; the arguments are the client's name, the server's address, and the number of calls.</summary>
    public const string ReadRole = "read-slow-bodies";

    /// <summary>The role of a caller; the arguments are the client's name and the server's address, or <see cref="Throughput.Caller.InMemory"/>.</summary>
    public const string CallRole = "call";

    /// <summary>Gets the program that runs .NET assemblies.</summary>
    public static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static string Assembly => typeof(ThisProgram).Assembly.Location;

    public static string ProjectFolder => Metadata("ProjectFolder")!;

    /// <returns>The version with which the program was built; null if there is no such package.</returns>
    public static string? VersionOf(string package) => Metadata(package + ".Version");

    private static string? Metadata(string key)
        => typeof(ThisProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().SingleOrDefault(a => a.Key == key)?.Value;
}
