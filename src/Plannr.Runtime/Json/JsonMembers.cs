using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>The JSON properties of a class, and how each is read and written. Complete before the first use.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonMembers
{
    private readonly JsonMembers? _inherited;
    private readonly List<JsonMember> _own = [];
    private readonly Dictionary<string, Func<ApiObject>> _subtypes = new(StringComparer.Ordinal);
    private JsonMember[]? _all;
    private Dictionary<string, int>? _numbers;
    private bool _keepsOthers;
    private JsonFormat? _othersFormat;

    /// <summary>Initializes a new instance of the class for a class without a base class in the contract.</summary>
    public JsonMembers()
    {
    }

    private JsonMembers(JsonMembers inherited)
    {
        _inherited = inherited;
        Discriminator = inherited.Discriminator;
    }

    /// <summary>The property that tells the subtypes apart; null if there are none.</summary>
    internal string? Discriminator { get; private set; }

    /// <summary>The subtypes, by the discriminator's value that stands for each.</summary>
    internal IReadOnlyDictionary<string, Func<ApiObject>> Subtypes => _subtypes;

    /// <summary>All of them by their number, the class's own before those of its base class.</summary>
    internal JsonMember[] All => _all ??= [.. _own, .. _inherited?.All ?? []];

    private bool KeepsOthers => _keepsOthers || _inherited?.KeepsOthers == true;

    /// <summary>Creates those of a class with a base class in the contract.</summary>
    /// <typeparam name="TBase">The base class.</typeparam>
    /// <returns>The inherited ones, to which those of the class itself are added.</returns>
    public static JsonMembers DerivedFrom<TBase>()
        where TBase : ApiObject, new()
        => new(new TBase().JsonMembers);

    /// <summary>Adds a property.</summary>
    /// <param name="property">The name of the C# property.</param>
    /// <param name="name">Its name in JSON.</param>
    /// <param name="format">How its values are read and written: a format of the property's type.</param>
    /// <param name="readOnly">Whether only the server sets it, so that it is never sent.</param>
    public void Add(string property, string name, JsonFormat format, bool readOnly = false)
    {
        JsonNames.Known.Add(name);
        _own.Add(new JsonMember(property, name, format, readOnly));
    }

    /// <summary>Keeps the JSON properties that the contract does not name.</summary>
    /// <param name="format">The format that tells their values from those of a union's other types; null where they have any value.</param>
    public void KeepOthers(JsonFormat? format = null)
    {
        _keepsOthers = true;
        _othersFormat = format;
    }

    /// <summary>Names the property that tells the subtypes apart.</summary>
    /// <param name="name">Its name in JSON.</param>
    public void SetDiscriminator(string name) => Discriminator = name;

    /// <summary>Adds a subtype.</summary>
    /// <param name="value">The discriminator's value that stands for it.</param>
    /// <param name="create">Creates an object of the subtype.</param>
    public void AddSubtype(string value, Func<ApiObject> create)
    {
        var key = DiscriminatorValue.Of(value);
        if (!_subtypes.TryGetValue(key, out _))
        {
            _subtypes.Add(key, create);
        }
    }

    /// <summary>
    /// Creates the subtype that the discriminator names, or the one further below that this one's own discriminator names.
    /// </summary>
    /// <param name="json">The object.</param>
    /// <param name="wanted">The class that the subtype must derive from.</param>
    /// <returns>The subtype, or null if there is none.</returns>
    internal ApiObject? Create(JObject json, Type wanted)
    {
        if (Discriminator is null || DiscriminatorValue.Of(json[Discriminator]) is not { } value || Create(value) is not { } subtype || !wanted.IsInstanceOfType(subtype))
        {
            return null;
        }

        var members = subtype.JsonMembers;
        return (members.Discriminator == Discriminator ? null : members.Create(json, subtype.GetType())) ?? subtype;
    }

    /// <summary>Reads the value that the reader is at as an object of the class or, where it has a discriminator, of the subtype that it names.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="wanted">The class that the subtype must derive from.</param>
    /// <param name="create">Creates an object of the class itself, also for a discriminator's value that the contract does not know.</param>
    /// <returns>The object; null if the value stands for none.</returns>
    internal ApiObject? ReadObject(JsonReader reader, Type wanted, Func<ApiObject> create)
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

    private ApiObject ReadSubtype(JsonReader reader, Type wanted, Func<ApiObject> create)
    {
        var path = reader.Path;
        var json = JObject.Load(reader);
        var value = Create(json, wanted) ?? create();
        using var members = new JTokenReader(json, path);
        members.Read();
        value.JsonMembers.Read(members, value);
        return value;
    }

    /// <summary>Returns the number of the property of that name in C#; -1 if there is none.</summary>
    internal int NumberOf(string property) => Array.FindIndex(All, m => m.Property == property);

    /// <summary>Whether the properties of an object are of the kinds that the contract says.</summary>
    /// <param name="json">The object.</param>
    /// <param name="isAlternative">Whether it is one of a union's types: properties that the contract forbids then tell it from the others.</param>
    internal bool Fit(JObject json, bool isAlternative)
    {
        return json.Properties().All(p => Number(p.Name) is { } number ? All[number].Format.FitsOrNull(p.Value) : Discriminator is not null || OtherFits(p.Value, isAlternative));
    }

    private bool OtherFits(JToken value, bool isAlternative)
        => _keepsOthers ? _othersFormat?.Fits(value, UnionConditions.None) != false : _inherited?.OtherFits(value, isAlternative) ?? !isAlternative;

    /// <summary>
    /// Creates the JSON schema of the objects. No property is required, as only those are written that are set, and others are
    /// allowed, as they are kept.
    /// </summary>
    internal JObject Schema(SchemaDefinitions definitions)
    {
        var properties = new JObject();
        foreach (var member in All)
        {
            properties[member.Name] = member.Format.SchemaOrNull(definitions);
        }

        return new JObject { ["type"] = "object", ["properties"] = properties };
    }

    /// <summary>Reads the object that the reader is at the start of.</summary>
    internal void Read(JsonReader reader, ApiObject owner)
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
                    if (Find(members, name, expected) is var number and >= 0)
                    {
                        var visitor = FieldVisitor.Reading(members[number], reader);
                        owner.VisitField(number, ref visitor);
                        expected = number + 1;
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

    /// <summary>Writes an object: of its properties those that are set.</summary>
    internal void Write(JsonOutput output, ApiObject owner)
    {
        output.Enter(owner);
        output.Writer.WriteStartObject();
        var members = All;
        for (var number = 0; number < members.Length; number++)
        {
            if (!(output.IsRequest && members[number].IsReadOnly))
            {
                var visitor = FieldVisitor.Writing(members[number], output);
                owner.VisitField(number, ref visitor);
            }
        }

        if (owner.OtherProperties is { Count: > 0 } others)
        {
            foreach (var other in others)
            {
                output.Writer.WritePropertyName(other.Key);
                JsonFormats.Any.WriteOrNull(output, other.Value);
            }
        }

        output.Writer.WriteEndObject();
        output.Leave();
    }

    private void ReadOther(JsonReader reader, ApiObject owner, string name)
    {
        if (!KeepsOthers)
        {
            reader.Skip();
            return;
        }

        try
        {
            var value = JToken.ReadFrom(reader);
            (owner.OtherProperties ??= new Dictionary<string, JToken>())[name] = value;
        }
        catch (JsonException exception)
        {
            throw JsonMisfit.At(reader, "JSON value", exception);
        }
    }

    private ApiObject? Create(string value) => _subtypes.TryGetValue(value, out var create) ? create() : _inherited?.Create(value);

    // Most senders keep to one order: the property behind the last one is tried first.
    private int Find(JsonMember[] members, string name, int expected)
    {
        if (expected < members.Length && members[expected].Name == name)
        {
            return expected;
        }

        for (var number = expected + 1; number < members.Length; number++)
        {
            if (ReferenceEquals(members[number].Name, name))
            {
                return number;
            }
        }

        return Number(name) ?? -1;
    }

    private int? Number(string name) => (_numbers ??= Numbers(All)).TryGetValue(name, out var number) ? number : null;

    private static Dictionary<string, int> Numbers(JsonMember[] members)
    {
        var numbers = new Dictionary<string, int>(members.Length, StringComparer.Ordinal);
        for (var number = 0; number < members.Length; number++)
        {
            numbers[members[number].Name] = number;
        }

        return numbers;
    }

    private static void Required(bool isThere, JsonReader reader)
    {
        if (!isThere)
        {
            throw JsonMisfit.At(reader, "complete object");
        }
    }
}
