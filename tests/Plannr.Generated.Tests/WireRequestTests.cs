using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Plannr.Generated.Tests.Runtime;

namespace Plannr.Generated.Tests;

/// <summary>The request as it leaves: the vendor's documented curl command, byte for byte.</summary>
public sealed partial class WireRequestTests
{
    [Test]
    public async Task Update_sends()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        using var httpClient = server.CreateClient();
        httpClient.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "{token}");

        await httpClient.UpdateAsync();

        var request = server.Requests.Single().ReplaceLineEndings("\n");
        await Snapshot.Verify(Port().Replace(request, "Host: 127.0.0.1:{port}"), "txt");
    }

    [GeneratedRegex(@"Host: 127\.0\.0\.1:\d+")]
    private static partial Regex Port();
}
