using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>The attributes of a class, and how each is read and written. Complete before the first use.</summary>
/// <typeparam name="TOwner">The class.</typeparam>
/// <param name="setProperties">Returns the field that keeps which properties of the class itself are set.</param>
/// <param name="inherited">Those of its base class.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonMembers<TOwner>(FieldOf<TOwner, SetProperties> setProperties, JsonMembers? inherited = null) : JsonMembers(inherited)
    where TOwner : class, IJsonObject
{
    private FieldOf<TOwner, IDictionary<string, JToken>>? _others;
    private JsonFormat? _format;

    /// <summary>An attribute.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="property">The name of the C# property. The setter of the class's n-th one adds n - 1 to the set properties.</param>
    /// <param name="name">Its name in JSON.</param>
    /// <param name="format">How its values are read and written.</param>
    /// <param name="field">Returns the field that keeps it.</param>
    /// <param name="readOnly">Whether it is the server's, and never sent.</param>
    public void Add<T>(string property, string name, JsonFormat<T> format, FieldOf<TOwner, T> field, bool readOnly = false)
        => Add(new JsonMember<TOwner, T>(property, name, format, field, setProperties, OwnCount, readOnly));

    /// <summary>The attributes that the contract does not name.</summary>
    /// <param name="field">Returns the field that keeps them; null where there are none.</param>
    /// <param name="format">The format that tells their values from those of a union's other types; null where they have any value.</param>
    public void AddOthers(FieldOf<TOwner, IDictionary<string, JToken>> field, JsonFormat? format = null)
    {
        _format = format;
        _others = field;
    }

    /// <summary>The attribute that tells the subtypes apart.</summary>
    /// <param name="name">Its name.</param>
    public void SetDiscriminator(string name) => Discriminator = name;

    private protected override bool AllowsOthers => _others is null ? base.AllowsOthers : _format is not null;

    private protected override bool OtherFits(JToken value, bool isAlternative)
        => _others is null ? base.OtherFits(value, isAlternative) : _format?.Fits(value, UnionConditions.None) != false;

    internal override IEnumerable<KeyValuePair<string, JToken>> Others(object owner) => _others is null ? base.Others(owner) : _others((TOwner)owner) ?? (IEnumerable<KeyValuePair<string, JToken>>)[];

    internal override void ReadOther(JsonReader reader, object owner, string name)
    {
        if (_others is null)
        {
            base.ReadOther(reader, owner, name);
            return;
        }

        try
        {
            var value = JToken.ReadFrom(reader);
            (_others((TOwner)owner) ??= new Dictionary<string, JToken>())[name] = value;
        }
        catch (JsonException exception)
        {
            throw JsonMisfit.At(reader, "JSON value", exception);
        }
    }
}
