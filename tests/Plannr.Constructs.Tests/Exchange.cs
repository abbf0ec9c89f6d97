using System.Text.RegularExpressions;

namespace Plannr.Constructs.Tests;

/// <summary>Calls generated clients against a server on a real socket.</summary>
internal static class Exchange
{
    /// <summary>Returns the request that a call sends. The server responds with 204.</summary>
    public static Task<string> RequestOf(Func<HttpClient, Task> call) => RequestOf(RawResponse.Head(204), call);

    /// <summary>Returns the request that a call sends, with line feeds between its lines.</summary>
    public static async Task<string> RequestOf(byte[] response, Func<HttpClient, Task> call)
    {
        await using var server = RawServer.Answering(response);
        using var httpClient = server.CreateClient();
        await call(httpClient);
        return server.Requests.Single().ReplaceLineEndings("\n");
    }

    /// <summary>Returns the path and the query of the request that a call sends.</summary>
    public static async Task<string> TargetOf(Func<HttpClient, Task> call) => (await RequestOf(call)).Split(' ')[1];

    /// <summary>Returns the body of the request that a call sends.</summary>
    public static async Task<string> BodyOf(byte[] response, Func<HttpClient, Task> call) => Body(await RequestOf(response, call));

    /// <summary>Returns the body of a request.</summary>
    public static string Body(string request) => request.Split("\n\n", 2)[1];

    /// <summary>Returns the value of a header, or null. Ignores the case of its name, because .NET changes the case of well-known names.</summary>
    public static string? Header(string request, string name)
        => Regex.Match(request.Split("\n\n", 2)[0], $"^{Regex.Escape(name)}: (.*)$", RegexOptions.Multiline | RegexOptions.IgnoreCase) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Returns the result of a call that receives a response.</summary>
    public static async Task<T> ResultOf<T>(byte[] response, Func<HttpClient, Task<T>> call)
    {
        await using var server = RawServer.Answering(response);
        using var httpClient = server.CreateClient();
        return await call(httpClient);
    }

    /// <summary>Asserts that a call throws an <see cref="ArgumentException"/> and sends nothing. Returns the exception.</summary>
    public static async Task<ArgumentException> ArgumentExceptionOf(Func<HttpClient, Task> call)
    {
        await using var server = RawServer.Answering(RawResponse.Head(204));
        using var httpClient = server.CreateClient();
        var exception = Assert.CatchAsync<ArgumentException>(() => call(httpClient));
        Assert.That(server.Requests, Is.Empty);
        return exception!;
    }
}
