using System.Globalization;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.State;

namespace Plannr.Sandbox.Connections;

/// <summary>Creates new connections.</summary>
/// <param name="state">The state with the existing connections, whose providers are reused.</param>
/// <param name="example">The contract's example.</param>
/// <param name="clock">The sandbox's clock.</param>
internal sealed class NewConnection(SandboxState state, JObject example, TimeProvider clock)
{
    // The lifetimes in all examples of the vendor's reference. Those of real connections are not documented.
    private static readonly TimeSpan AccessToken = TimeSpan.FromHours(4);
    private const int RefreshTokenYears = 1;

    /// <summary>Returns a connection. Its properties have the order of the vendor's reference.</summary>
    /// <param name="given">The given properties. All others except the label have generated values.</param>
    public JObject Complete(JObject given)
    {
        var uuid = given.Value<string>("uuid") ?? Guid.NewGuid().ToString();
        var provider = Provider(given["provider"] as JObject ?? new JObject { ["name"] = example["provider"]!["name"]!.DeepClone() });
        var now = UkTime.Now(clock);
        var connection = new JObject { ["uuid"] = uuid, ["created_at"] = now, ["updated_at"] = now, ["provider"] = provider };
        SetExpiry(connection);
        connection["refresh_authorization_url"] = AuthorizationUrls.ToRefresh(provider.Value<string>("name")!, Guid.Parse(uuid));
        foreach (var (name, value) in given)
        {
            if (name != "provider")
            {
                connection[name] = value!.DeepClone();
            }
        }

        return connection;
    }

    /// <summary>Sets the expiry dates of a connection to those of a new authorization.</summary>
    public void SetExpiry(JObject connection)
    {
        var now = clock.GetUtcNow();
        connection["access_token_expires_at"] = Timestamp(now + AccessToken);
        connection["refresh_token_expires_at"] = Timestamp(now.AddYears(RefreshTokenYears));
    }

    /// <summary>Returns a provider, with default values from existing connections and the contract's example.</summary>
    public JObject Provider(JObject given)
    {
        var name = ProviderName.Checked(given.Value<string>("name") ?? "");
        var known = state.FindProvider(name) ?? (example["provider"]!.Value<string>("name") == name ? (JObject)example["provider"]!.DeepClone() : []);
        var provider = new JObject { ["name"] = name, ["label"] = known["label"]?.DeepClone() ?? ProviderName.Label(name) };
        if (known["logo_url"] is { } logo)
        {
            provider["logo_url"] = logo.DeepClone();
        }

        provider["authorization_url"] = AuthorizationUrls.ToConnect(name);
        foreach (var (property, value) in given)
        {
            provider[property] = value!.DeepClone();
        }

        return provider;
    }

    private static string Timestamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
