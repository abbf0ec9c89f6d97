using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Plannr.Cli.Output;

namespace Plannr.Cli.Api;

/// <summary>The server that the environment names in place of the contract's.</summary>
internal static partial class ServerAddress
{
    public const string Variable = "PLANNR_BASE_URL";

    /// <summary>The host of Plannr itself.</summary>
    public const string PlannrHost = "api.plannrcrm.com";

    private const string Example = $"https://{PlannrHost}";

    /// <summary>Gets the address of Plannr itself.</summary>
    public static Uri OfPlannr { get; } = new(Example);

    /// <returns>The address, or null if the environment names none.</returns>
    /// <exception cref="CommandFailure">It is not an address that the token may travel to, or contains the path of requests.</exception>
    public static Uri? OfEnvironment() => Text is { } text ? Of(text, Variable) : null;

    /// <summary>Returns the address that a text is.</summary>
    /// <param name="text">The address.</param>
    /// <param name="source">What names it, for the message.</param>
    /// <exception cref="CommandFailure">It is not an address that the token may travel to, or contains the path of requests.</exception>
    public static Uri Of(string text, string source)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            var isHost = Uri.TryCreate("https://" + text, UriKind.Absolute, out var withScheme) && text.Contains('.', StringComparison.Ordinal) && IsPlain(withScheme);
            throw Failure(text, source, "which is not a URL", isHost ? "https://" + text.TrimEnd('/') : Example);
        }

        if (!IsPlain(uri))
        {
            throw Failure(text, source, "and must not have a user name, a query or a fragment", Suggestion(uri, uri.Scheme, uri.AbsolutePath));
        }

        if (!Client.Sending.ServerAddress.IsSafe(uri))
        {
            throw Failure(text, source, "and the access token travels there, so it must be https (http only to this machine)", Suggestion(uri, Uri.UriSchemeHttps, uri.AbsolutePath));
        }

        return RequestPath().Match(uri.AbsolutePath) is { Success: true } path
            ? throw Failure(text, source, $"and its path {path.Value} is a part of each request, which plannr adds itself", Suggestion(uri, uri.Scheme, uri.AbsolutePath[..path.Index]))
            : uri;
    }

    /// <summary>Returns what to do if the server is not Plannr.</summary>
    /// <param name="otherwise">What to do if the environment names no server.</param>
    public static string Advice(string otherwise)
        => Text is { } text ? $"{Variable} is '{Shown(text)}'. Set it to the address of the server alone, such as {Example}, or unset it for Plannr itself." : otherwise;

    /// <summary>Returns what to do if the server cannot be reached.</summary>
    public static string UnreachableAdvice()
        => IsLocal(out var text, out _)
            ? $"{Variable} is '{Shown(text)}'. Start the server there, such as with 'plannr sandbox', or unset {Variable} for Plannr itself."
            : Advice("Check the network.");

    /// <summary>Returns what to do if the server at an https address does not speak TLS.</summary>
    public static string TlsAdvice()
        => IsLocal(out var text, out var uri)
            ? $"{Variable} is '{Shown(text)}'. If the server there is a sandbox, it speaks http: set {Variable} to {Suggestion(uri, Uri.UriSchemeHttp, uri.AbsolutePath)}."
            : Advice("Check whether a proxy stands between.");

    private static string? Text => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;

    private static bool IsLocal([NotNullWhen(true)] out string? text, [NotNullWhen(true)] out Uri? uri)
    {
        text = Text;
        return Uri.TryCreate(text, UriKind.Absolute, out uri) && text is not null && uri.IsLoopback;
    }

    private static bool IsPlain(Uri uri) => Client.Sending.ServerAddress.IsPlain(uri);

    private static string Suggestion(Uri uri, string scheme, string path)
    {
        var isUsualPort = uri.IsDefaultPort || (uri.Scheme == Uri.UriSchemeHttp && scheme == Uri.UriSchemeHttps && uri.Port == 80);
        return $"{scheme}://{uri.IdnHost}{(isUsualPort ? "" : $":{uri.Port}")}{path.TrimEnd('/')}";
    }

    private static CommandFailure Failure(string text, string source, string problem, string suggestion)
        => new($"{source} is '{Shown(text)}', {problem}. Set it to {suggestion}{(suggestion == Example ? "" : ", if that is the server")}, or leave it out for Plannr itself.");

    // A user name, a password and a query may be secrets, and so may a text that was set here in place of the token.
    private static string Shown(string text)
        => text == Environment.GetEnvironmentVariable(AccessToken.Variable) ? Secret.Mask : TerminalText.Of(Private().Replace(text, m => m.Value[0] + Secret.Mask));

    [GeneratedRegex("/api/v[0-9]+(/.*)?$")]
    private static partial Regex RequestPath();

    [GeneratedRegex(@"(?<=/)/[^/@]*(?=@)|[?#].+", RegexOptions.Singleline)]
    private static partial Regex Private();
}
