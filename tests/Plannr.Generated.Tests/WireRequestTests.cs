using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Plannr.Generated.Tests.Runtime;

namespace Plannr.Generated.Tests;

/// <summary>The request as it leaves: the vendor's documented curl command, byte for byte.</summary>
public sealed partial class WireRequestTests
{
    private static readonly Dictionary<string, Func<OAuthConnectionsClient, Task>> Operations = new()
    {
        ["List"] = client => client.ListAsync(),
        ["Update"] = client => client.UpdateAsync(Calls.Uuid, new UpdateOAuthConnectionRequest { Label = "My Fundment Account 1" }),
        ["Delete"] = client => client.DeleteAsync(Calls.Uuid),
    };

    private static IEnumerable<string> Names => Operations.Keys;

    [TestCaseSource(nameof(Names))]
    public async Task Request(string operation)
    {
        await using var server = RawServer.Answering(operation == "Delete" ? RawResponse.Head(204) : RawResponse.Json(200, "{}"));
        using var httpClient = server.CreateClient();
        httpClient.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "{token}");

        await Operations[operation](new OAuthConnectionsClient(httpClient));

        var request = server.Requests.Single().ReplaceLineEndings("\n");
        await Snapshot.Verify(Port().Replace(request, "Host: 127.0.0.1:{port}"), "txt");
    }

    [GeneratedRegex(@"Host: 127\.0\.0\.1:\d+")]
    private static partial Regex Port();
}
