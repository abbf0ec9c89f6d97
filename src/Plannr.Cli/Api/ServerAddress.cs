using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Plannr.Cli.Output;
using Plannr.Client.Sending;

namespace Plannr.Cli.Api;

/// <summary>The server, which the environment can override.</summary>
internal static partial class ServerAddress
{
    public const string Variable = "PLANNR_BASE_URL";

    /// <summary>The host of Plannr itself.</summary>
    public const string PlannrHost = "api.plannrcrm.com";

    private const string Example = $"https://{PlannrHost}";

    /// <summary>Gets the address of Plannr itself.</summary>
    public static Uri OfPlannr { get; } = new(Example);

    /// <summary>Returns the address from the environment, or null if there is none.</summary>
    /// <exception cref="CommandFailure">The token must not be sent to the address, or the address contains the path of requests.</exception>
    public static Uri? OfEnvironment() => Text is { } text ? Of(text, Variable) : null;

    /// <summary>Parses an address.</summary>
    /// <param name="text">The address.</param>
    /// <param name="source">The variable or option with the address, for the message.</param>
    /// <exception cref="CommandFailure">The token must not be sent to the address, or the address contains the path of requests.</exception>
    public static Uri Of(string text, string source)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            var isHost = Uri.TryCreate("https://" + text, UriKind.Absolute, out var withScheme) && text.Contains('.', StringComparison.Ordinal) && IsPlain(withScheme);
            throw Failure(text, source, "which is not a URL", isHost ? "https://" + text.TrimEnd('/') : Example);
        }

        if (!IsPlain(uri))
        {
            throw Failure(text, source, "but must not have a user name, a query or a fragment", Suggestion(uri, uri.Scheme, uri.AbsolutePath));
        }

        if (!ServerUri.IsSafe(uri))
        {
            throw Failure(text, source, "but the access token is only sent to https addresses, or to http addresses of this machine", Suggestion(uri, Uri.UriSchemeHttps, uri.AbsolutePath));
        }

        return RequestPath().Match(uri.AbsolutePath) is { Success: true } path
            ? throw Failure(text, source, $"but plannr adds the path {path.Value} to each request itself", Suggestion(uri, uri.Scheme, uri.AbsolutePath[..path.Index]))
            : uri;
    }

    /// <summary>Returns advice for the case that the server is not Plannr.</summary>
    /// <param name="otherwise">The advice if the environment does not name a server.</param>
    public static string Advice(string otherwise)
        => Text is { } text ? $"{Variable} is '{Shown(text)}'. Set it to only the address of the server, such as {Example}, or unset it to use Plannr." : otherwise;

    /// <summary>Returns advice for the case that the server cannot be reached.</summary>
    public static string UnreachableAdvice()
        => IsLocal(out var text, out _)
            ? $"{Variable} is '{Shown(text)}'. Start the server there, such as with 'plannr sandbox', or unset {Variable} to use Plannr."
            : Advice("Check the network.");

    /// <summary>Returns advice for the case that the server at an https address does not support TLS.</summary>
    public static string TlsAdvice()
        => IsLocal(out var text, out var uri)
            ? $"{Variable} is '{Shown(text)}'. If the server is a sandbox, it uses http: set {Variable} to {Suggestion(uri, Uri.UriSchemeHttp, uri.AbsolutePath)}."
            : Advice("Check whether a proxy is between this machine and Plannr.");

    private static string? Text => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;

    private static bool IsLocal([NotNullWhen(true)] out string? text, [NotNullWhen(true)] out Uri? uri)
    {
        text = Text;
        return Uri.TryCreate(text, UriKind.Absolute, out uri) && text is not null && uri.IsLoopback;
    }

    private static bool IsPlain(Uri uri) => ServerUri.IsPlain(uri);

    private static string Suggestion(Uri uri, string scheme, string path)
    {
        var isDefaultPort = uri.IsDefaultPort || (uri.Scheme == Uri.UriSchemeHttp && scheme == Uri.UriSchemeHttps && uri.Port == 80);
        return $"{scheme}://{uri.IdnHost}{(isDefaultPort ? "" : $":{uri.Port}")}{path.TrimEnd('/')}";
    }

    private static CommandFailure Failure(string text, string source, string problem, string suggestion)
        => new($"{source} is '{Shown(text)}', {problem}. Set it to {suggestion}{(suggestion == Example ? "" : ", if that is the server")}, or leave it out to use Plannr.");

    // A user name, a password or a query may be secret, and the text may be the token, if the variables were confused.
    private static string Shown(string text)
        => text == Environment.GetEnvironmentVariable(AccessToken.Variable) ? Secret.Mask : TerminalText.Of(Private().Replace(text, m => m.Value[0] + Secret.Mask));

    [GeneratedRegex("/api/v[0-9]+(/.*)?$")]
    private static partial Regex RequestPath();

    [GeneratedRegex(@"(?<=/)/[^/@]*(?=@)|[?#].+", RegexOptions.Singleline)]
    private static partial Regex Private();
}
