using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.Connections;

/// <summary>
/// The URLs of the sandbox's consent page. They have the paths of the vendor's. The state holds them without scheme and host, because a
/// sandbox that goes on from its data file can listen on another port.
/// </summary>
/// <param name="state">Tells the account that needs no parameter.</param>
/// <param name="replacesAll">Whether the URLs of all connections lead to the sandbox, and not only of those that the sandbox made.</param>
internal sealed class AuthorizationUrls(State.SandboxState state, bool replacesAll)
{
    public const string Root = "/oauth";

    private const string UnnamedProvider = "provider";

    public static string ToConnect(string provider) => $"{Root}/{provider}/authorize";

    public static string ToRefresh(string provider, Guid connection) => $"{ToConnect(provider)}/{connection}";

    /// <summary>Makes the URLs of a connection complete.</summary>
    /// <param name="connection">The connection, which is changed.</param>
    /// <param name="account">The account that it belongs to.</param>
    /// <param name="server">The address of the sandbox, as the caller knows it.</param>
    /// <returns>Whether a URL leads to the sandbox.</returns>
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
