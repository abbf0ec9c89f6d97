using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>The attributes of a class, and how each is read and written. Complete before the first use.</summary>
/// <typeparam name="TOwner">The class.</typeparam>
/// <param name="setProperties">Returns the field that keeps which properties of the class itself are set.</param>
/// <param name="inherited">Those of its base class.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonMembers<TOwner>(SetPropertiesOf<TOwner> setProperties, JsonMembers? inherited = null) : JsonMembers(inherited)
    where TOwner : class, IJsonObject
{
    private Func<TOwner, IDictionary<string, JToken>?>? _peek;
    private Func<TOwner, IDictionary<string, JToken>>? _others;
    private JsonFormat? _format;

    /// <summary>An attribute.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="property">The name of the C# property. The setter of the class's n-th one adds n - 1 to the set properties.</param>
    /// <param name="name">Its name in JSON.</param>
    /// <param name="format">How its values are read and written.</param>
    /// <param name="get">Gets it.</param>
    /// <param name="set">Sets it.</param>
    /// <param name="readOnly">Whether it is the server's, and never sent.</param>
    /// <returns>These attributes.</returns>
    public JsonMembers<TOwner> Add<T>(string property, string name, JsonFormat<T> format, Func<TOwner, T?> get, Action<TOwner, T?> set, bool readOnly = false)
    {
        Add(new JsonMember<TOwner, T>(property, name, format, get, set, setProperties, OwnCount, readOnly));
        return this;
    }

    /// <summary>The attributes that the contract does not name.</summary>
    /// <param name="peek">Gets them; null where there are none.</param>
    /// <param name="get">Gets them, to be added to.</param>
    /// <param name="format">The format that tells their values from those of a union's other types; null where they have any value.</param>
    /// <returns>These attributes.</returns>
    public JsonMembers<TOwner> AddOthers(Func<TOwner, IDictionary<string, JToken>?> peek, Func<TOwner, IDictionary<string, JToken>> get, JsonFormat? format = null)
    {
        _format = format;
        _peek = peek;
        _others = get;
        return this;
    }

    /// <summary>The attribute that tells the subtypes apart.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>These attributes.</returns>
    public JsonMembers<TOwner> WithDiscriminator(string name)
    {
        Discriminator = name;
        return this;
    }

    /// <summary>A subtype.</summary>
    /// <param name="value">The discriminator's value that stands for it.</param>
    /// <param name="create">Creates one.</param>
    /// <returns>These attributes.</returns>
    public JsonMembers<TOwner> WithSubtype(string value, Func<IJsonObject> create)
    {
        AddSubtype(value, create);
        return this;
    }

    private protected override bool OtherFits(JToken value, bool isAlternative)
        => _others is null ? base.OtherFits(value, isAlternative) : _format?.Fits(value, UnionConditions.None) != false;

    internal override IEnumerable<KeyValuePair<string, JToken>> Others(object owner) => _peek is null ? base.Others(owner) : _peek((TOwner)owner) ?? (IEnumerable<KeyValuePair<string, JToken>>)[];

    internal override void ReadOther(JsonReader reader, object owner, string name)
    {
        if (_others is null)
        {
            base.ReadOther(reader, owner, name);
            return;
        }

        try
        {
            _others((TOwner)owner)[name] = JToken.ReadFrom(reader);
        }
        catch (JsonException exception)
        {
            throw JsonMisfit.At(reader, "JSON value", exception);
        }
    }
}
