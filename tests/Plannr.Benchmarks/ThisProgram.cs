using System.Reflection;

namespace Plannr.Benchmarks;

/// <summary>What this program needs to know of itself, to start itself again and to write what it measured.</summary>
internal static class ThisProgram
{
    /// <summary>As what it starts itself again: a server, with the time that its bodies take.</summary>
    public const string ServeRole = "serve";

    /// <summary>As what it starts itself again: a reader of slow bodies, with a client's name, a server and a number of calls.</summary>
    public const string ReadRole = "read-slow-bodies";

    /// <summary>The role of a caller; the arguments are the client's name and the server's address, or <see cref="Throughput.Caller.InMemory"/>.</summary>
    public const string CallRole = "call";

    /// <summary>What runs a .NET assembly.</summary>
    public static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static string Assembly => typeof(ThisProgram).Assembly.Location;

    public static string ProjectFolder => Metadata("ProjectFolder")!;

    /// <returns>The version that the program was built with; null if there is no such package.</returns>
    public static string? VersionOf(string package) => Metadata(package + ".Version");

    private static string? Metadata(string key)
        => typeof(ThisProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().SingleOrDefault(a => a.Key == key)?.Value;
}
