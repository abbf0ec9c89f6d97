using System.Text.RegularExpressions;

namespace Plannr.Constructs.Tests;

/// <summary>A call of a generated client against a server on a real socket.</summary>
internal static class Exchange
{
    /// <summary>The request that a call sends, answered with 204.</summary>
    public static Task<string> RequestOf(Func<HttpClient, Task> call) => RequestOf(RawResponse.Head(204), call);

    /// <summary>The request that a call sends, as text with line feeds.</summary>
    public static async Task<string> RequestOf(byte[] response, Func<HttpClient, Task> call)
    {
        await using var server = RawServer.Answering(response);
        using var httpClient = server.CreateClient();
        await call(httpClient);
        return server.Requests.Single().ReplaceLineEndings("\n");
    }

    /// <summary>Path and query of the request that a call sends.</summary>
    public static async Task<string> TargetOf(Func<HttpClient, Task> call) => (await RequestOf(call)).Split(' ')[1];

    /// <summary>The body of the request that a call sends.</summary>
    public static async Task<string> BodyOf(byte[] response, Func<HttpClient, Task> call) => Body(await RequestOf(response, call));

    /// <summary>The body of a request.</summary>
    public static string Body(string request) => request.Split("\n\n", 2)[1];

    /// <summary>A header of a request, or null. .NET spells the names that it knows in its own way.</summary>
    public static string? Header(string request, string name)
        => Regex.Match(request.Split("\n\n", 2)[0], $"^{Regex.Escape(name)}: (.*)$", RegexOptions.Multiline | RegexOptions.IgnoreCase) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>What a call makes of a response.</summary>
    public static async Task<T> Answer<T>(byte[] response, Func<HttpClient, Task<T>> call)
    {
        await using var server = RawServer.Answering(response);
        using var httpClient = server.CreateClient();
        return await call(httpClient);
    }

    /// <summary>Asserts that an argument is refused before anything is sent.</summary>
    public static async Task<ArgumentException> Refusal(Func<HttpClient, Task> call)
    {
        await using var server = RawServer.Answering(RawResponse.Head(204));
        using var httpClient = server.CreateClient();
        var exception = Assert.CatchAsync<ArgumentException>(() => call(httpClient));
        Assert.That(server.Requests, Is.Empty);
        return exception!;
    }
}
