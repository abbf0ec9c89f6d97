using System.Text;
using Plannr.Client.Sending;

namespace Plannr.Cli.Api;

/// <summary>A request as a <c>curl</c> command for a POSIX shell, which takes the token from the environment.</summary>
internal static class CurlCommand
{
    public static string Of(PreparedRequest request)
    {
        var command = new StringBuilder($"curl --request {request.Method} {Quoted(request.Url.AbsoluteUri)}");
        Line($"--header \"Authorization: Bearer ${AccessToken.Variable}\"");
        foreach (var (name, value) in request.Headers)
        {
            Line("--header " + Quoted($"{name}: {value}"));
        }

        if (request.Body is { } body)
        {
            Line("--data " + Quoted(body));
        }

        return command.ToString();

        void Line(string option) => command.Append(" \\\n  ").Append(option);
    }

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
