using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Plannr.Generated;
using Shop.Api;

internal static class Program
{
    private static async Task Main()
    {
        using var httpClient = new HttpClient(new Shop());
        Console.WriteLine(PlannrJson.Serialize(await new BooksClient(httpClient).GetAsync(7)));
    }

    private sealed class Shop : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent($$"""{"title":"{{request.RequestUri}}","condition":"burnt"}""", System.Text.Encoding.UTF8, "application/json"),
            });
    }
}
