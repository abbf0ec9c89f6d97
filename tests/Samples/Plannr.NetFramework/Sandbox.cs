using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using Plannr.Client;

/// <summary>The sandbox at PLANNR_BASE_URL, which runs in another process.</summary>
internal sealed class Sandbox
{
    private static readonly Uri Address = new(Variable("PLANNR_BASE_URL"));
    private static readonly string Token = Variable("PLANNR_ACCESS_TOKEN");

    /// <summary>Returns a client that does not retry, so that each failure is seen.</summary>
    public static PlannrClient Client(TimeSpan? timeout = null, string? token = null) => new(new PlannrClientOptions
    {
        BaseAddress = Address,
        AccessToken = token ?? Token,
        MaxRetries = 0,
        AttemptTimeout = timeout ?? TimeSpan.FromSeconds(30),
    });

    /// <summary>Delays the next calls.</summary>
    public static async Task DelayAsync(int seconds, int calls)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, "/sandbox/faults"))
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Token) },
            Content = new StringContent($$"""{"fault":"latency={{seconds}}s","calls":{{calls}}}""", Encoding.UTF8, "application/json"),
        };
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private static string Variable(string name)
        => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"Set the environment variable {name}.");
}
