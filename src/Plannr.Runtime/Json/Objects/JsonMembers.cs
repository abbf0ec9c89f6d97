using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;
using Plannr.Runtime.Json.Drift;

namespace Plannr.Runtime.Json;

/// <summary>The JSON properties of a class, with their formats. It must not change after its first use.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonMembers
{
    private readonly JsonMembers? _inherited;
    private readonly List<JsonMember> _own = [];
    private readonly Dictionary<string, Func<ApiObject>> _subtypes = new(StringComparer.Ordinal);
    private JsonMember[]? _all;
    private int[]? _required;
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

    /// <summary>Gets the property whose value selects the subtype. Null if there are no subtypes.</summary>
    internal string? Discriminator { get; private set; }

    /// <summary>Gets the subtypes, by the value of the discriminator.</summary>
    internal IReadOnlyDictionary<string, Func<ApiObject>> Subtypes => _subtypes;

    /// <summary>Gets all properties by their number. The properties of the class precede those of its base class.</summary>
    internal JsonMember[] All => _all ??= [.. _own, .. _inherited?.All ?? []];

    // Whether the contract specifies a type for properties that it does not name, such as for a map.
    private bool AllowsOthers => _keepsOthers ? _othersFormat is not null : _inherited?.AllowsOthers == true;

    private bool KeepsOthers => _keepsOthers || _inherited?.KeepsOthers == true;

    /// <summary>Creates an instance for a class with a base class in the contract.</summary>
    /// <typeparam name="TBase">The base class.</typeparam>
    /// <returns>An instance with the inherited properties, to which the properties of the class are added.</returns>
    public static JsonMembers DerivedFrom<TBase>()
        where TBase : ApiObject, new()
        => new(new TBase().JsonMembers);

    /// <summary>Adds a property.</summary>
    /// <param name="property">The name of the C# property.</param>
    /// <param name="name">The name in JSON.</param>
    /// <param name="format">The format of the property's type.</param>
    /// <param name="readOnly">Whether only the server sets the property, so that requests omit it.</param>
    /// <param name="required">Whether the contract requires the property in responses.</param>
    public void Add(string property, string name, JsonFormat format, bool readOnly = false, bool required = false)
    {
        JsonNames.Known.Add(name);
        _own.Add(new JsonMember(property, name, format, readOnly, required));
    }

    /// <summary>Keeps JSON properties that the contract does not name.</summary>
    /// <param name="format">The format that the values must match in the types of a union. The default, null, allows any value.</param>
    public void KeepOthers(JsonFormat? format = null)
    {
        _keepsOthers = true;
        _othersFormat = format;
    }

    /// <summary>Sets the property whose value selects the subtype.</summary>
    /// <param name="name">The name in JSON.</param>
    public void SetDiscriminator(string name) => Discriminator = name;

    /// <summary>Adds a subtype.</summary>
    /// <param name="value">The value of the discriminator that selects the subtype.</param>
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
    /// Creates the subtype that the discriminator selects. If the subtype has another discriminator, that one selects a more derived type.
    /// </summary>
    /// <param name="json">The object.</param>
    /// <param name="wanted">The class that the subtype must derive from.</param>
    /// <returns>An object of the subtype, or null if the discriminator selects none.</returns>
    internal ApiObject? Create(JObject json, Type wanted)
    {
        if (Discriminator is null || DiscriminatorValue.Of(json[Discriminator]) is not { } value || Create(value) is not { } subtype || !wanted.IsInstanceOfType(subtype))
        {
            return null;
        }

        var members = subtype.JsonMembers;
        return (members.Discriminator == Discriminator ? null : members.Create(json, subtype.GetType())) ?? subtype;
    }

    /// <summary>Reads the current value as an object of the class or, if it has a discriminator, of the selected subtype.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="wanted">The class that the subtype must derive from.</param>
    /// <param name="create">Creates an object of the class itself, which is also used for an unknown value of the discriminator.</param>
    /// <returns>The object, or null if the value represents null.</returns>
    internal ApiObject? ReadObject(JsonReader reader, Type wanted, Func<ApiObject> create)
    {
        if (Discriminator is null ? reader.IsNullContainer() : reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonToken.StartObject)
        {
            throw JsonMismatch.At(reader, "object");
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
        value.JsonMembers.Read(members, value);
        return value;
    }

    /// <summary>Returns the number of the property with a name in C#, or -1 if there is none.</summary>
    internal int NumberOf(string property) => Array.FindIndex(All, m => m.Property == property);

    /// <summary>Returns a value that indicates whether the properties of an object have the kinds of JSON that the contract specifies.</summary>
    /// <param name="json">The object.</param>
    /// <param name="isAlternative">Whether the class is one of a union's types. Properties that the contract does not allow then exclude it.</param>
    internal bool Fit(JObject json, bool isAlternative)
    {
        return json.Properties().All(p => Number(p.Name) is { } number ? All[number].Format.FitsOrNull(p.Value) : Discriminator is not null || OtherFits(p.Value, isAlternative));
    }

    private bool OtherFits(JToken value, bool isAlternative)
        => _keepsOthers ? _othersFormat?.Fits(value, UnionConditions.None) != false : _inherited?.OtherFits(value, isAlternative) ?? !isAlternative;

    /// <summary>
    /// Creates the JSON schema of the class. No property is required, because only properties that are set are written. Other properties
    /// are allowed, because they are kept.
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

    /// <summary>Reads an object. The reader is positioned at its start.</summary>
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
                    throw JsonMismatch.At(reader, "member of an object");
            }
        }
        while (reader.Read());

        throw JsonMismatch.At(reader, "complete object");
    }

    // Most classes have no required properties, and need no check.
    private void ReportMissing(JsonReader reader, ApiObject owner)
    {
        var required = _required ??= [.. Enumerable.Range(0, All.Length).Where(number => All[number].IsRequired)];
        if (required.Length == 0 || reader.Drift() is not { } drift)
        {
            return;
        }

        foreach (var number in required)
        {
            var visitor = FieldVisitor.Checking(All[number]);
            owner.VisitField(number, ref visitor);
            if (!visitor.IsSet)
            {
                drift.Add(ContractDriftKind.MissingProperty, reader, All[number].Name);
            }
        }
    }

    /// <summary>Writes an object. Only properties that are set are written.</summary>
    internal void Write(JsonWriteContext output, ApiObject owner)
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
            throw JsonMismatch.At(reader, "JSON value", exception);
        }
    }

    private ApiObject? Create(string value) => _subtypes.TryGetValue(value, out var create) ? create() : _inherited?.Create(value);

    // Most servers send the properties in the order of the contract, so the property after the last one is tried first.
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
            throw JsonMismatch.At(reader, "complete object");
        }
    }
}
