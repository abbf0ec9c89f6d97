using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Plannr.Client.Tests;

namespace Plannr.Client.Integration.Tests.AspNetCore;

/// <summary>An application on a real socket that receives webhooks.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _application;

    private WebhookReceiver(WebApplication application, Logs logs)
    {
        _application = application;
        Logs = logs;
    }

    public Logs Logs { get; }

    public static async Task<WebhookReceiver> StartAsync(Action<WebApplication> map, Action<WebApplicationBuilder>? configure = null)
    {
        var logs = new Logs();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        configure?.Invoke(builder);
        var application = builder.Build();
        map(application);
        await application.StartAsync();
        return new WebhookReceiver(application, logs);
    }

    /// <summary>Sends a request byte for byte, because an HTTP client would correct some of the headers.</summary>
    /// <returns>The response.</returns>
    public async Task<Response> PostAsync(string path, byte[] body, params string[] headers)
    {
        byte[] content = headers.Contains("Transfer-Encoding: chunked")
            ? [.. Encoding.ASCII.GetBytes($"{body.Length:x}\r\n"), .. body, .. "\r\n0\r\n\r\n"u8]
            : body;
        string[] all = headers.Contains("Transfer-Encoding: chunked") ? headers : [.. headers, $"Content-Length: {body.Length}"];
        var head = $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n{string.Concat(all.Select(header => header + "\r\n"))}\r\n";
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri(_application.Urls.Single()).Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync((byte[])[.. Encoding.Latin1.GetBytes(head), .. content]);
        using var received = new MemoryStream();
        await stream.CopyToAsync(received);
        var text = Encoding.UTF8.GetString(received.ToArray());
        return new Response(int.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), text);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    /// <summary>A response.</summary>
    /// <param name="Status">The status.</param>
    /// <param name="Text">The status line, the headers and the body.</param>
    internal sealed record Response(int Status, string Text);
}
