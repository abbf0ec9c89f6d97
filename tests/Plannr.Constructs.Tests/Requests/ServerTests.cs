using System.Net;
using Plannr.Constructs.Servers;
using Plannr.Runtime.Requests;

namespace Plannr.Constructs.Tests.Requests;

/// <summary>Tests where the requests of operations with their own servers are sent.</summary>
public sealed class ServerTests
{
    private static IEnumerable<TestCaseData> Operations =>
    [
        Case("Items_List", c => new ItemsClient(c).ListAsync(), "https://api.eu.example.test/v1/items", "/base/items"),
        Case("Items_Create", c => new ItemsClient(c).CreateAsync(), "https://api.eu.example.test/v1/items", "/base/items"),
        Case("Files_List", c => new FilesClient(c).ListAsync(), "https://upload.eu.example.test/api/files", "/base/files"),
        Case("Files_Import", c => new FilesClient(c).ImportAsync(), "https://api.eu.example.test/v2/files", "/v2/files"),
        Case("Files_Export", c => new FilesClient(c).ExportAsync(), "https://api.eu.example.test/v3/files", "/v3/files"),
        Case("Files_Clear", c => new FilesClient(c).ClearAsync(), "https://static.example.test/files", "/base/files"),
        Case("Health_Get", c => new HealthClient(c).GetAsync(), "https://api.eu.example.test/health", "/health"),
    ];

    [TestCaseSource(nameof(Operations))]
    public async Task Request_without_a_base_address_is_sent_to_the_server_of_the_operation(Func<HttpClient, Task> call, string url, string _)
    {
        using var handler = new RecordingHandler();
        using var httpClient = new HttpClient(handler);

        await call(httpClient);

        Assert.That(handler.Url?.AbsoluteUri, Is.EqualTo(url));
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Request_with_a_base_address_is_sent_to_no_other_host(Func<HttpClient, Task> call, string _, string path)
    {
        await using var server = RawServer.Answering(RawResponse.Head(204));
        using var httpClient = new HttpClient { BaseAddress = new Uri(server.BaseAddress, "base") };

        await call(httpClient);

        Assert.That(server.Requests.Single().Split(' ')[1], Is.EqualTo(path));
    }

    [Test]
    public async Task Handler_can_read_the_server_of_the_operation()
    {
        using var handler = new RecordingHandler();
        using var httpClient = new HttpClient(handler);

        await new FilesClient(httpClient).ListAsync();

        Assert.That(handler.Server, Is.EqualTo(new Uri("https://upload.eu.example.test/api")));
    }

    private static TestCaseData Case(string name, Func<HttpClient, Task> call, string url, string path) => new TestCaseData(call, url, path).SetArgDisplayNames(name);

    // Replaces the network, because the hosts in the contract do not exist.
    private sealed class RecordingHandler : HttpMessageHandler
    {
        public Uri? Url { get; private set; }

        public Uri? Server { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Url = request.RequestUri;
            Server = ApiOperation.Of(request)?.Server;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent) { RequestMessage = request });
        }
    }
}
