using System.Text;
using Plannr.Runtime.Responses;

namespace Plannr.Generated.Tests;

/// <summary>Tests the synchronous reading of content, which netstandard2.0 does not support.</summary>
public sealed class SynchronousReadingTests
{
    [Test]
    public async Task Buffered_content_can_be_read_synchronously()
    {
        using var response = await BufferAsync("{}", maxBytes: 2);

        using var stream = response.Content.ReadAsStream();

        Assert.That(new StreamReader(stream, Encoding.UTF8).ReadToEnd(), Is.EqualTo("{}"));
    }

    [Test]
    public async Task Synchronous_read_of_content_over_the_limit_throws()
    {
        using var response = await BufferAsync("{}", maxBytes: 1);

        var exception = Assert.Throws<HttpRequestException>(() => response.Content.ReadAsStream());

        Assert.That(exception!.HttpRequestError, Is.EqualTo(HttpRequestError.ConfigurationLimitExceeded));
    }

    private static async Task<HttpResponseMessage> BufferAsync(string body, int maxBytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        var response = new HttpResponseMessage { Content = new StringContent(body) };
        await ResponseBody.BufferAsync(request, response, maxBytes, CancellationToken.None);
        return response;
    }
}
