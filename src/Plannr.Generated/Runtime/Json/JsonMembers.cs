using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Generated.Runtime;

/// <summary>The attributes of a class, and how each is read and written.</summary>
public abstract class JsonMembers
{
    private readonly List<JsonMember> _own = [];
    private readonly JsonMembers? _inherited;
    private readonly Dictionary<string, Func<IJsonObject>> _subtypes = new(StringComparer.Ordinal);
    private JsonMember[]? _all;
    private Dictionary<string, JsonMember>? _byName;

    private protected JsonMembers(JsonMembers? inherited)
    {
        _inherited = inherited;
        Discriminator = inherited?.Discriminator;
    }

    /// <summary>The attribute that tells the subtypes apart; null if there are none.</summary>
    internal string? Discriminator { get; private protected set; }

    /// <summary>All of them, the class's own before those of its base class. Complete at the first use.</summary>
    internal JsonMember[] All => _all ??= [.. _own, .. _inherited?.All ?? []];

    /// <summary>Creates the subtype that a value of the discriminator stands for; null if there is none.</summary>
    internal IJsonObject? Create(string value) => _subtypes.TryGetValue(value, out var create) ? create() : _inherited?.Create(value);

    /// <summary>Reads the object that the reader is at the start of.</summary>
    internal void Read(JsonReader reader, object owner)
    {
        Required(reader.Read(), reader);
        var members = All;
        var expected = 0;
        do
        {
            switch (reader.TokenType)
            {
                case JsonToken.PropertyName:
                    var name = (string)reader.Value!;
                    if (Find(members, name, ref expected) is { } member)
                    {
                        member.Read(reader, owner);
                    }
                    else
                    {
                        Required(reader.Read(), reader);
                        ReadOther(reader, owner, name);
                    }

                    break;
                case JsonToken.EndObject:
                    return;
                case JsonToken.Comment:
                    break;
                default:
                    throw JsonMisfit.At(reader, "member of an object");
            }
        }
        while (reader.Read());

        throw JsonMisfit.At(reader, "complete object");
    }

    /// <summary>Writes an object: of its attributes those that were set.</summary>
    internal void Write(JsonOutput output, object owner)
    {
        output.Enter(owner);
        output.Writer.WriteStartObject();
        foreach (var member in All)
        {
            if (member.IsSet(owner) && !(output.IsRequest && member.IsReadOnly))
            {
                member.Write(output, owner);
            }
        }

        foreach (var other in Others(owner))
        {
            output.Writer.WritePropertyName(other.Key);
            JsonFormats.Any.WriteOrNull(output, other.Value);
        }

        output.Writer.WriteEndObject();
        output.Leave();
    }

    /// <summary>The attributes that the contract does not name.</summary>
    internal virtual IEnumerable<KeyValuePair<string, JToken>> Others(object owner) => _inherited?.Others(owner) ?? [];

    /// <summary>Reads an attribute that the contract does not name, from its first token.</summary>
    internal virtual void ReadOther(JsonReader reader, object owner, string name)
    {
        if (_inherited is null)
        {
            reader.Skip();
        }
        else
        {
            _inherited.ReadOther(reader, owner, name);
        }
    }

    private protected void Add(JsonMember member)
    {
        JsonNames.Known.Add(member.Name);
        _own.Add(member);
    }

    private protected void AddSubtype(string value, Func<IJsonObject> create)
    {
        if (!_subtypes.TryGetValue(value, out _))
        {
            _subtypes.Add(value, create);
        }
    }

    // Most senders keep to one order: the attribute behind the last one is tried first.
    private JsonMember? Find(JsonMember[] members, string name, ref int expected)
    {
        if (expected < members.Length && members[expected].Name == name)
        {
            return members[expected++];
        }

        for (var at = expected + 1; at < members.Length; at++)
        {
            if (ReferenceEquals(members[at].Name, name))
            {
                expected = at + 1;
                return members[at];
            }
        }

        return (_byName ??= Index(members)).TryGetValue(name, out var member) ? member : null;
    }

    private static Dictionary<string, JsonMember> Index(JsonMember[] members)
    {
        var index = new Dictionary<string, JsonMember>(members.Length, StringComparer.Ordinal);
        foreach (var member in members)
        {
            index[member.Name] = member;
        }

        return index;
    }

    private static void Required(bool isThere, JsonReader reader)
    {
        if (!isThere)
        {
            throw JsonMisfit.At(reader, "complete object");
        }
    }
}

/// <summary>The attributes of a class, and how each is read and written. Complete before the first use.</summary>
/// <typeparam name="TOwner">The class.</typeparam>
/// <param name="inherited">Those of its base class.</param>
public sealed class JsonMembers<TOwner>(JsonMembers? inherited = null) : JsonMembers(inherited)
    where TOwner : class, IJsonObject
{
    private Func<TOwner, IDictionary<string, JToken>?>? _peek;
    private Func<TOwner, IDictionary<string, JToken>>? _others;

    /// <summary>An attribute.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="format">How its values are read and written.</param>
    /// <param name="get">Gets it.</param>
    /// <param name="set">Sets it.</param>
    /// <param name="isSet">Whether it was set; only then it is written.</param>
    /// <param name="readOnly">Whether it is the server's, and never sent.</param>
    /// <returns>These attributes.</returns>
    public JsonMembers<TOwner> Add<T>(string name, JsonFormat<T> format, Func<TOwner, T?> get, Action<TOwner, T?> set, Func<TOwner, bool> isSet, bool readOnly = false)
    {
        Add(new JsonMember<TOwner, T>(name, format, get, set, isSet, readOnly));
        return this;
    }

    /// <summary>The attributes that the contract does not name.</summary>
    /// <param name="peek">Gets them; null where there are none.</param>
    /// <param name="get">Gets them, to be added to.</param>
    /// <returns>These attributes.</returns>
    public JsonMembers<TOwner> AddOthers(Func<TOwner, IDictionary<string, JToken>?> peek, Func<TOwner, IDictionary<string, JToken>> get)
    {
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
