using System.Net.Http.Headers;
using System.Text;

namespace Plannr.Sandbox.Tests;

/// <summary>Sends requests to a sandbox, and returns the status, the body and the headers of the responses.</summary>
internal static class SandboxCalls
{
    public const string Connections = "/api/v1/oauth/connections";

    public static HttpClient CreateClient(this PlannrSandbox sandbox, string? token = null) => new()
    {
        BaseAddress = sandbox.BaseAddress,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token ?? sandbox.Token) },
    };

    /// <summary>Returns the path of the connection that the sandbox starts with.</summary>
    public static string ExamplePath(this PlannrSandbox sandbox) => $"{Connections}/{sandbox.ExampleConnection}";

    public static Task<Reply> ListAsync(this PlannrSandbox sandbox, params (string Name, string Value)[] headers)
        => sandbox.SendAsync("GET", Connections, body: null, headers);

    public static Task<Reply> PutAsync(this PlannrSandbox sandbox, string body, params (string Name, string Value)[] headers)
        => sandbox.SendAsync("PUT", sandbox.ExamplePath(), body, headers);

    public static async Task<Reply> SendAsync(this PlannrSandbox sandbox, string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var httpClient = sandbox.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        foreach (var (name, value) in headers)
        {
            if (name.StartsWith("Content-", StringComparison.Ordinal))
            {
                request.Content!.Headers.Remove(name);
                if (value.Length > 0)
                {
                    request.Content.Headers.TryAddWithoutValidation(name, value);
                }
            }
            else
            {
                request.Headers.Remove(name);
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await httpClient.SendAsync(request);
        return new Reply(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>A response.</summary>
    internal sealed record Reply(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
    {
        public override string ToString() => $"{Status}{(Headers.TryGetValue("Allow", out var allow) ? $" (Allow: {allow})" : "")} {Body}";
    }
}
