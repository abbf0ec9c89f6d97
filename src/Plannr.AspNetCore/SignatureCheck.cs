using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Plannr.Client;

namespace Plannr.AspNetCore;

/// <summary>Reads the raw body of a request, verifies its signature, and calls the endpoint if it is valid.</summary>
internal sealed class SignatureCheck(
    RequestDelegate next,
    IOptionsMonitor<PlannrSignatureOptions> options,
    Func<HttpContext, PlannrSignatureOptions, ValueTask<IEnumerable<string>>> getSecrets,
    ILogger logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var settings = options.CurrentValue;
        // Called before the signature is checked, so that missing secrets are noticed with the first request.
        var secrets = await getSecrets(context, settings).ConfigureAwait(false);
        var signatures = context.Request.Headers[PlannrWebhook.SignatureHeader];
        if (signatures.Count != 1)
        {
            await RefuseAsync(context, signatures.Count == 0 ? "the header X-Signature is missing" : "the header X-Signature occurs more than once").ConfigureAwait(false);
            return;
        }

        if (await ReadAsync(context.Request, settings.MaxBodyBytes, context.RequestAborted).ConfigureAwait(false) is not { } body)
        {
            SignatureLog.TooLarge(logger, context.GetEndpoint()?.DisplayName, settings.MaxBodyBytes);
            await Problem.TooLarge.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        if (!secrets.Any(secret => PlannrWebhook.Verify(body, signatures[0], secret)))
        {
            await RefuseAsync(context, "the signature does not match the body with any of the signing secrets").ConfigureAwait(false);
            return;
        }

        context.Features.Set(new PlannrWebhookBody(body));
        context.Request.Body = new MemoryStream(body.Array!, body.Offset, body.Count, writable: false);
        await next(context).ConfigureAwait(false);
    }

    private async Task RefuseAsync(HttpContext context, string reason)
    {
        SignatureLog.Refused(logger, context.GetEndpoint()?.DisplayName, reason);
        await Problem.Unauthorized.WriteAsync(context).ConfigureAwait(false);
    }

    // Returns null if the body exceeds the maximum size. The sender controls Content-Length, so memory is allocated only as the bytes arrive.
    private static async Task<ArraySegment<byte>?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[4096];
        while (await request.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            if (body.Length + count > maxBytes)
            {
                return null;
            }

            body.Write(buffer, 0, count);
        }

        return new ArraySegment<byte>(body.GetBuffer(), 0, (int)body.Length);
    }
}
