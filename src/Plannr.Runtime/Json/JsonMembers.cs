using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Runtime.Json;

/// <summary>The attributes of a class, and how each is read and written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonMembers
{
    private readonly List<JsonMember> _own = [];
    private readonly JsonMembers? _inherited;
    private readonly Dictionary<string, Func<IJsonObject>> _subtypes = new(StringComparer.Ordinal);
    private readonly List<string> _required = [];
    private JsonMember[]? _all;
    private JsonMember[]? _allRequired;
    private Dictionary<string, JsonMember>? _byName;

    private protected JsonMembers(JsonMembers? inherited)
    {
        _inherited = inherited;
        Discriminator = inherited?.Discriminator;
    }

    /// <summary>The attribute that tells the subtypes apart; null if there are none.</summary>
    internal string? Discriminator { get; private protected set; }

    /// <summary>The subtypes, by the discriminator's value that stands for each.</summary>
    internal IReadOnlyDictionary<string, Func<IJsonObject>> Subtypes => _subtypes;

    /// <summary>The number of the class's own so far.</summary>
    private protected int OwnCount => _own.Count;

    /// <summary>All of them, the class's own before those of its base class. Complete at the first use.</summary>
    internal JsonMember[] All => _all ??= [.. _own, .. _inherited?.All ?? []];

    /// <summary>
    /// Creates the subtype that the discriminator names, or the one further below that this one's own discriminator names.
    /// </summary>
    /// <param name="json">The object.</param>
    /// <param name="wanted">The class that the subtype must derive from.</param>
    /// <returns>The subtype, or null if there is none.</returns>
    internal IJsonObject? Create(JObject json, Type wanted)
    {
        if (Discriminator is null || DiscriminatorValue.Of(json[Discriminator]) is not { } value || Create(value) is not { } subtype || !wanted.IsInstanceOfType(subtype))
        {
            return null;
        }

        var members = subtype.Members;
        return (members.Discriminator == Discriminator ? null : members.Create(json, subtype.GetType())) ?? subtype;
    }

    /// <summary>Reads the value that the reader is at as an object of the class or, where it has a discriminator, of the subtype that it names.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="wanted">The class that the subtype must derive from.</param>
    /// <param name="create">Creates an object of the class itself, also for a discriminator's value that the contract does not know.</param>
    /// <returns>The object; null if the value stands for none.</returns>
    internal IJsonObject? ReadObject(JsonReader reader, Type wanted, Func<IJsonObject> create)
    {
        if (Discriminator is null ? reader.IsNullContainer() : reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonToken.StartObject)
        {
            throw JsonMisfit.At(reader, "object");
        }

        if (Discriminator is not null)
        {
            return ReadSubtype(reader, wanted, create);
        }

        var value = create();
        Read(reader, value);
        return value;
    }

    private IJsonObject ReadSubtype(JsonReader reader, Type wanted, Func<IJsonObject> create)
    {
        var path = reader.Path;
        var depth = reader.Depth;
        var json = JObject.Load(reader);
        var subtype = Create(json, wanted);
        if (subtype is null && json[Discriminator!] is { Type: not JTokenType.Null })
        {
            reader.Drift()?.Add(ContractDriftKind.UnknownValue, reader, Discriminator!);
        }

        var value = subtype ?? create();
        using var members = new SubtypeReader(json, path, depth, reader.Drift());
        members.Read();
        value.Members.Read(members, value);
        return value;
    }

    /// <summary>Finds the property of that name in C#; null if there is none.</summary>
    internal JsonMember? Find(string property) => Array.Find(All, m => m.Property == property);

    /// <summary>Whether the properties of an object are of the kinds that the contract says.</summary>
    /// <param name="json">The object.</param>
    /// <param name="isAlternative">Whether it is one of a union's types: properties that the contract forbids then tell it from the others.</param>
    internal bool Fit(JObject json, bool isAlternative)
    {
        var members = _byName ??= Index(All);
        return json.Properties().All(p => members.TryGetValue(p.Name, out var member) ? member.Fits(p.Value) : Discriminator is not null || OtherFits(p.Value, isAlternative));
    }

    /// <summary>Whether a property that the contract does not name is of the kind that the contract says.</summary>
    private protected virtual bool OtherFits(JToken value, bool isAlternative)
        => _inherited?.OtherFits(value, isAlternative) ?? !isAlternative;

    /// <summary>
    /// Creates the JSON schema of the objects. No property is required, as only those are written that are set, and others are
    /// allowed, as they are kept.
    /// </summary>
    internal JObject Schema(SchemaDefinitions definitions)
    {
        var properties = new JObject();
        foreach (var member in All)
        {
            properties[member.Name] = member.Schema(definitions);
        }

        return new JObject { ["type"] = "object", ["properties"] = properties };
    }

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
                        if (!AllowsOthers)
                        {
                            reader.Drift()?.AddUnknown(reader, name);
                        }

                        Required(reader.Read(), reader);
                        ReadOther(reader, owner, name);
                    }

                    break;
                case JsonToken.EndObject:
                    ReportMissing(reader, owner);
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

    // Most classes require nothing, and then nothing is looked for.
    private void ReportMissing(JsonReader reader, object owner)
    {
        var required = _allRequired ??= [.. All.Where(m => IsRequired(m.Property))];
        if (required.Length == 0 || reader.Drift() is not { } drift)
        {
            return;
        }

        foreach (var member in required.Where(m => !m.IsSet(owner)))
        {
            drift.Add(ContractDriftKind.MissingAttribute, reader, member.Name);
        }
    }

    private bool IsRequired(string property) => _required.Contains(property) || _inherited?.IsRequired(property) == true;

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

    /// <summary>Whether the contract gives a type to attributes that it does not name, as it does for a map.</summary>
    private protected virtual bool AllowsOthers => _inherited?.AllowsOthers == true;

    private protected void Add(JsonMember member)
    {
        JsonNames.Known.Add(member.Name);
        _own.Add(member);
    }

    /// <summary>An attribute that every response must have, by the contract.</summary>
    /// <param name="property">The name of the C# property.</param>
    public void Require(string property) => _required.Add(property);

    /// <summary>A subtype.</summary>
    /// <param name="value">The discriminator's value that stands for it.</param>
    /// <param name="create">Creates one.</param>
    public void AddSubtype(string value, Func<IJsonObject> create)
    {
        var key = DiscriminatorValue.Of(value);
        if (!_subtypes.TryGetValue(key, out _))
        {
            _subtypes.Add(key, create);
        }
    }

    private IJsonObject? Create(string value) => _subtypes.TryGetValue(value, out var create) ? create() : _inherited?.Create(value);

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
