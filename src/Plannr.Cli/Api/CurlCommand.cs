using Plannr.Cli.Shells;
using Plannr.Client.Sending;

namespace Plannr.Cli.Api;

/// <summary>Formats requests as <c>curl</c> commands, which read the token from the environment.</summary>
internal static class CurlCommand
{
    /// <summary>Returns a request as a <c>curl</c> command.</summary>
    /// <param name="request">The request.</param>
    /// <param name="shell">The shell to run the command in.</param>
    public static string Of(PreparedRequest request, Shell shell) => shell.Curl(
        [
            $"--request {request.Method} {shell.Quote(request.Url.AbsoluteUri)}",
            $"--header \"Authorization: Bearer {shell.Variable(AccessToken.Variable)}\"",
            .. request.Headers.Select(h => "--header " + shell.Quote($"{h.Key}: {h.Value}")),
        ],
        request.Body);
}
