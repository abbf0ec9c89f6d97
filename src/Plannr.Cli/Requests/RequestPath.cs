using Plannr.Cli.Output;

namespace Plannr.Cli.Requests;

/// <summary>Parses the path of a request from the command line.</summary>
internal static class RequestPath
{
    /// <summary>Returns the URL of a request.</summary>
    /// <param name="server">The server that the access token is for.</param>
    /// <param name="path">A path, with or without a leading slash and with or without a query; or a URL of the server.</param>
    /// <param name="query">Names and values to add to the query.</param>
    /// <exception cref="CommandFailure">The path is invalid, or the URL is that of another server, which must not get the access token.</exception>
    public static Uri UrlOf(Uri server, string path, IEnumerable<(string Name, string Value)> query)
    {
        var isUrl = path.IndexOf("://", StringComparison.Ordinal) is > 0 and var end && Uri.CheckSchemeName(path[..end]);
        // "//host" and "\\host" would be other servers.
        var isOther = path.StartsWith("//", StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal);
        var address = isUrl ? path : server.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/" + path.TrimStart('/');
        if (isOther || path.Any(c => char.IsControl(c) || c == ' ') || !Uri.TryCreate(address, UriKind.Absolute, out var url))
        {
            throw new CommandFailure($"'{TerminalText.Of(path)}' is not the path of a request, such as /api/v1/oauth/connections.");
        }

        if (url.Scheme != server.Scheme || url.Host != server.Host || url.Port != server.Port || url.UserInfo.Length > 0)
        {
            throw new CommandFailure($"The request would be sent to {url.GetLeftPart(UriPartial.Authority)}, but the access token is for {server.GetLeftPart(UriPartial.Authority)}. Pass only the path, such as /api/v1/oauth/connections.");
        }

        var added = string.Join('&', query.Select(q => $"{Uri.EscapeDataString(q.Name)}={Uri.EscapeDataString(q.Value)}"));
        return added.Length == 0 ? url : new UriBuilder(url) { Query = url.Query.Length > 1 ? $"{url.Query}&{added}" : added, Fragment = "" }.Uri;
    }
}
