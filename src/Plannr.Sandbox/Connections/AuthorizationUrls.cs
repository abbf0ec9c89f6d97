using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.Connections;

/// <summary>
/// The URLs of the sandbox's consent page, with the same paths as the vendor's. The state contains them without scheme and host, because a
/// sandbox that continues from its data file may listen on another port.
/// </summary>
/// <param name="state">The state, whose first account needs no query parameter.</param>
/// <param name="replacesAll">Whether all connections use URLs of the sandbox. Otherwise, only connections that the sandbox created do.</param>
internal sealed class AuthorizationUrls(State.SandboxState state, bool replacesAll)
{
    public const string Root = "/oauth";

    private const string UnnamedProvider = "provider";

    public static string ToConnect(string provider) => $"{Root}/{provider}/authorize";

    public static string ToRefresh(string provider, Guid connection) => $"{ToConnect(provider)}/{connection}";

    /// <summary>Adds scheme, host and account to the URLs of a connection.</summary>
    /// <param name="connection">The connection, which is changed.</param>
    /// <param name="account">The account of the connection.</param>
    /// <param name="server">The address of the sandbox that the caller used.</param>
    /// <returns>True if a URL is one of the sandbox.</returns>
    public bool Complete(JObject connection, Guid account, string server)
    {
        if (replacesAll)
        {
            Replace(connection);
        }

        var suffix = account == state.Accounts[0] ? "" : $"?account={account}";
        var isRefreshed = Complete(connection, "refresh_authorization_url", server, suffix);
        return (connection["provider"] is JObject provider && Complete(provider, "authorization_url", server, suffix)) || isRefreshed;
    }

    private static void Replace(JObject connection)
    {
        var provider = connection["provider"] as JObject;
        var name = provider?.Value<string>("name") is { } given && ProviderName.IsValid(given) ? given : UnnamedProvider;
        if (provider is not null)
        {
            provider["authorization_url"] = ToConnect(name);
        }

        connection["refresh_authorization_url"] = ToRefresh(name, State.ResourceUuid.Of(connection));
    }

    private static bool Complete(JObject owner, string property, string server, string suffix)
    {
        if (owner[property] is not JValue { Value: string path } || !path.StartsWith(Root + "/", StringComparison.Ordinal))
        {
            return false;
        }

        owner[property] = server + path + suffix;
        return true;
    }
}
