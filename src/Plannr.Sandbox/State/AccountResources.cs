using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.State;

/// <summary>The current resources of an account, by kind and UUID, in the order in which they were added.</summary>
internal sealed class AccountResources
{
    private readonly Dictionary<ResourceKind, OrderedDictionary<Guid, JObject>> _byKind;

    public AccountResources(AccountState account)
    {
        Login = (JObject)account.Login.DeepClone();
        _byKind = Enum.GetValues<ResourceKind>().ToDictionary(
            kind => kind,
            kind => new OrderedDictionary<Guid, JObject>(account.Of(kind).Select(r => KeyValuePair.Create(ResourceUuid.Of(r), (JObject)r.DeepClone()))));
    }

    /// <summary>Gets the properties of the account's login that differ from the defaults.</summary>
    public JObject Login { get; }

    public OrderedDictionary<Guid, JObject> Of(ResourceKind kind) => _byKind[kind];
}
