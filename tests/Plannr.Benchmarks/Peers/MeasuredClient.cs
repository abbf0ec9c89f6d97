using System.Collections.Immutable;

namespace Plannr.Benchmarks.Peers;

/// <summary>A client that is measured.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Title">The name in tables.</param>
/// <param name="Create">Creates the client, which then owns the handler.</param>
/// <param name="BuffersStrings">Whether the client reads the whole response into a string before it deserializes it.</param>
internal sealed record MeasuredClient(string Name, string Title, Func<HttpMessageHandler, Uri, IPeer> Create, bool BuffersStrings = false)
{
    /// <summary>Gets the client with which all others are compared.</summary>
    public static MeasuredClient Floor { get; } = new("floor", "HttpClient with System.Text.Json, by hand", (handler, server) => new RawPeer(handler, server));

    public static MeasuredClient Generated { get; } = new("generated", "Plannr.Generated", (handler, server) => new GeneratedPeer(handler, server));

    public static MeasuredClient Whole { get; } = new("client", "Plannr.Client", (handler, server) => new WholePeer(handler, server));

    public static MeasuredClient Stock { get; } = new("nswag", $"NSwag.MSBuild {ThisProgram.VersionOf("NSwag.MSBuild")}, stock templates", (handler, server) => new StockPeer(handler, server));

    /// <summary>Gets all clients in the order of the tables.</summary>
    public static ImmutableArray<MeasuredClient> All { get; } =
    [
        Floor,
        Generated,
        Whole,
        Stock,
        new("kiota", $"Kiota {ThisProgram.VersionOf("Microsoft.Kiota.Abstractions")}", (handler, server) => new KiotaPeer(handler, server)),
        new("refit", $"Refit {ThisProgram.VersionOf("Refit")}", (handler, server) => new RefitPeer(handler, server)),
        new("restsharp", $"RestSharp {ThisProgram.VersionOf("RestSharp")}", (handler, server) => new RestSharpPeer(handler, server), BuffersStrings: true),
        new("flurl", $"Flurl.Http {ThisProgram.VersionOf("Flurl.Http")}", (handler, server) => new FlurlPeer(handler, server)),
    ];

    /// <summary>Gets a value that indicates whether the client is part of this repository.</summary>
    public bool IsOurs => this == Generated || this == Whole;

    /// <summary>Gets the name in sentences.</summary>
    public string ShortTitle => Title.Split(' ')[0];

    /// <summary>Gets the row in charts.</summary>
    public ChartRow Row => new(Title, this == Floor ? BarKind.Floor : IsOurs ? BarKind.Ours : BarKind.Other);

    /// <returns>The client with the name; null if there is none.</returns>
    public static MeasuredClient? Find(string name) => All.FirstOrDefault(c => c.Name == name);
}
