using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Normalization;

/// <summary>
/// Writes schemas so that each becomes one C# type: what needs a class, an enumeration or a union is a component with its final
/// name; all else is written where it is used. What C# needs beyond that stands in extensions, which the templates read.
/// </summary>
internal sealed class SchemaNormalizer
{
    /// <summary>The runtime's type of a file, for <c>format: binary</c>.</summary>
    public const string FileType = "ApiFile";

    // NSwag reads JSON of 64 levels.
    private const int MaximumNesting = 50;

    private readonly OpenApiContract _contract;
    private readonly Findings _findings;
    private readonly NameScope _types;
    private readonly Dictionary<SourceMap, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SourceMap, string> _componentKeys = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SourceMap, IReadOnlyDictionary<string, string>> _propertyNames = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<SourceMap> _aliases = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<Action> _unions = new();
    private readonly Polymorphism _polymorphism;
    private readonly ClassMembers _members;

    public SchemaNormalizer(OpenApiContract contract, NameScope types, Findings findings)
    {
        _contract = contract;
        _types = types;
        _findings = findings;
        _members = new ClassMembers(contract, Refuse);
        var components = (contract.Root.Map("components")?.Map("schemas")?.Entries ?? [])
            .Where(e => e.Value is SourceMap { Reference: null }).Select(e => (e.Key.Text, Node: (SourceMap)e.Value)).ToArray();
        foreach (var (key, node) in components)
        {
            _componentKeys.TryAdd(node, key);
            if (SchemaKinds.Wrapped(node) is null && SchemaKinds.Of(node, isComponent: true) is (SchemaKind.Class or SchemaKind.Enum or SchemaKind.Union))
            {
                _names.TryAdd(node, types.Take(TypeName(key)));
            }
        }

        _polymorphism = new Polymorphism(contract, _componentKeys, _members, Refuse);
        foreach (var (_, node) in components.Where(c => _names.ContainsKey(c.Node)))
        {
            Define(node, contract.Main);
        }

        DefineUnions();
    }

    /// <summary>The components, by their C# names, in the order of their appearance.</summary>
    public JObject Components { get; } = [];

    /// <summary>Writes a schema at a place where it is used.</summary>
    /// <param name="node">The schema, or null where there is none.</param>
    /// <param name="file">The document that it stands in.</param>
    /// <param name="place">The name of the type, should the schema need one and have none.</param>
    public JObject Use(SourceNode? node, SourceFile file, string place)
    {
        var schema = Follow(node, file, place);
        DefineUnions();
        return schema;
    }

    /// <summary>Says of each property how its JSON is read and written, which is known once every component is.</summary>
    public void AddFormats()
    {
        foreach (var property in Components.Properties().Select(c => c.Value["properties"]).OfType<JObject>().SelectMany(p => p.Properties()).Select(p => (JObject)p.Value))
        {
            property["x-format"] = JsonFormatNames.Of(property, Components);
        }
    }

    // What a union's alternatives are must be known before it can be written.
    private void DefineUnions()
    {
        while (_unions.TryDequeue(out var define))
        {
            define();
        }
    }

    private JObject Follow(SourceNode? node, SourceFile file, string place)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var isNullable = false;
        var seen = new HashSet<SourceMap>(ReferenceEqualityComparer.Instance);
        while (node is SourceMap map)
        {
            if (!seen.Add(map))
            {
                Refuse(map, file, "a schema that is only another name of itself");
                break;
            }

            if (map.Reference is { } reference)
            {
                if (_contract.Resolve(reference, file) is not var (target, targetFile))
                {
                    break;
                }

                place = TypeName(reference.Split('/', '#')[^1]);
                (node, file) = (target, targetFile);
                continue;
            }

            isNullable |= map.Text("nullable") == "true" || SchemaKinds.Alternatives(map).Any(a => IsMarked(a, file, "nullable"));
            if (SchemaKinds.Wrapped(map) is not { } wrapped)
            {
                return Nullable(Write(map, file, place), isNullable);
            }

            node = wrapped;
        }

        return [];
    }

    // A name that generated code writes without its namespace is not free; a number behind it would say nothing.
    private static string TypeName(string name)
        => Identifier.Pascal(name, "Model") is var pascal && RuntimeTypes.Names.Contains(pascal) ? pascal + "Model" : pascal;

    private static JObject Nullable(JObject schema, bool isNullable)
    {
        if (!isNullable)
        {
            return schema;
        }

        var nullable = Decorable(schema);
        nullable["nullable"] = true;
        return nullable;
    }

    /// <summary>A schema that keys may be added to: none may stand beside a reference.</summary>
    public static JObject Decorable(JObject schema) => schema.ContainsKey("$ref") ? new JObject { ["allOf"] = new JArray(schema) } : schema;

    private JObject Write(SourceMap node, SourceFile file, string place)
    {
        switch (SchemaKinds.Of(node, _componentKeys.ContainsKey(node)))
        {
            case SchemaKind.Any:
                return [];
            case SchemaKind.File:
                Components[FileType] ??= new JObject { ["type"] = "object" };
                return Reference(FileType);
            case SchemaKind.Primitive:
                return Primitive(node);
            case SchemaKind.Array:
                return new JObject { ["type"] = "array", ["items"] = UseWithin(node, node["items"], file, place + "Item") };
            case SchemaKind.Dictionary:
                return new JObject { ["type"] = "object", ["additionalProperties"] = UseWithin(node, node["additionalProperties"], file, place + "Value") };
            default:
                if (!_names.TryGetValue(node, out var name))
                {
                    // A place may be named after a status that is none, which has its finding.
                    name = _types.Take(Identifier.Pascal(place, "_"));
                    _names.Add(node, name);
                    Define(node, file);
                }

                return Reference(name);
        }
    }

    private static JObject Reference(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    // An array or a dictionary has no type of its own, so one that holds itself would never end.
    private JObject UseWithin(SourceMap owner, SourceNode? node, SourceFile file, string place)
    {
        if (!_aliases.Add(owner))
        {
            Refuse(owner, file, "an array or a dictionary that holds itself: put it into a property of an object");
            return [];
        }

        if (_aliases.Count > MaximumNesting)
        {
            Refuse(owner, file, $"more than {MaximumNesting} arrays and dictionaries within each other: put some into properties of objects");
            _aliases.Remove(owner);
            return [];
        }

        var schema = Follow(node, file, place);
        _aliases.Remove(owner);
        return schema;
    }

    private static JObject Primitive(SourceMap node)
    {
        var type = node.Text("type")!;
        var format = (type, node.Text("format")) switch
        {
            ("integer", "int32") => "int32",
            // JSON sets an integer no bounds; what does not say int32 may be larger.
            ("integer", _) => "int64",
            ("number", "float" or "decimal") or ("string", "uuid" or "date-time" or "date" or "uri" or "byte") => node.Text("format"),
            _ => null,
        };
        var schema = new JObject { ["type"] = type };
        if (format is not null)
        {
            schema["format"] = format;
        }

        return schema;
    }

    private void Define(SourceMap node, SourceFile file)
    {
        var name = _names[node];
        // It stands in the components before what it refers to, and before it is complete: it may refer to itself.
        var definition = new JObject { ["type"] = "object" };
        Components[name] = definition;
        if (node.Text("description") is { } description)
        {
            definition["description"] = description.Trim();
        }

        if (node.Text("deprecated") == "true")
        {
            definition["x-deprecated"] = true;
        }

        switch (SchemaKinds.Of(node, _componentKeys.ContainsKey(node)))
        {
            case SchemaKind.Enum:
                DefineEnum(node, name, definition);
                break;
            case SchemaKind.Union:
                definition["x-union"] = true;
                _unions.Enqueue(() => DefineUnion(node, file, name, definition));
                break;
            default:
                DefineClass(node, file, name, definition);
                break;
        }
    }

    private static void DefineEnum(SourceMap node, string name, JObject definition)
    {
        var isInteger = node.Text("type") == "integer";
        var names = new NameScope([name, "Value", "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "PrintMembers"]);
        var values = node.List("enum").OfType<SourceScalar>().Where(v => isInteger ? v.IsInteger() : v.IsText()).ToArray();
        definition["type"] = isInteger ? "integer" : "string";
        definition["enum"] = new JArray(values.Select(v => v.ToJson()));
        definition["x-value"] = !isInteger ? "string" : node.Text("format") == "int32" ? "int" : "long";
        definition["x-members"] = new JArray(values.DistinctBy(v => v.Text).Select(v => new JObject
        {
            ["name"] = names.Take(v.Text.Length == 0 ? "Empty" : Identifier.Pascal(v.Text, isInteger ? "Value" : "_")),
            ["value"] = v.ToJson(),
            ["shown"] = Identifier.Shown(v.Text),
        }));
    }

    private void DefineUnion(SourceMap node, SourceFile file, string name, JObject definition)
    {
        var option = 0;
        AddAlternatives(definition, name, SchemaKinds.Alternatives(node).Where(a => !ReferenceEquals(_contract.Follow(a, OpenApi30.Schema, file)?.Node, node)).Select(alternative =>
        {
            var schema = Follow(alternative, file, $"{name}Option{++option}");
            var (discriminator, values) = _polymorphism.Tell(node, file, alternative);
            return new Alternative(schema, Required(alternative, file), discriminator, values);
        }));
    }

    /// <summary>Adds a union of schemas that are normalized already.</summary>
    /// <returns>What refers to it.</returns>
    public JObject Union(string wanted, string description, IEnumerable<JObject> alternatives)
    {
        var name = _types.Take(wanted);
        var definition = new JObject { ["type"] = "object", ["description"] = description, ["x-union"] = true };
        Components[name] = definition;
        AddAlternatives(definition, name, alternatives.Select(a => new Alternative(a, [], null, [])));
        return Reference(name);
    }

    private void AddAlternatives(JObject definition, string name, IEnumerable<Alternative> alternatives)
    {
        var labels = new NameScope(["Json", name]);
        var properties = new JObject();
        var known = new List<(JObject Schema, JObject Property)>();
        foreach (var (schema, required, discriminator, values) in alternatives)
        {
            schema.Remove("nullable");
            var plain = schema is { Count: 1 } && schema["allOf"] is JArray { Count: 1 } only ? (JObject)only[0] : schema;
            if (known.FirstOrDefault(k => JToken.DeepEquals(k.Schema, plain)).Property is { } same)
            {
                ((JArray)same["x-values"]!).Add(values.Select(v => new JValue(v)));
                continue;
            }

            var label = labels.Take(UnionLabels.Of(plain), l => ["As" + l]);
            var property = Decorable((JObject)plain.DeepClone());
            known.Add((plain, property));
            property["x-label"] = label;
            property["x-json"] = UnionLabels.JsonKind(plain, Components);
            // C# converts from no interface, and any JSON is the union itself.
            property["x-convertible"] = plain.ContainsKey("$ref") || (string?)plain["type"] is not ("array" or "object" or null);
            property["x-value-type"] = UnionLabels.IsValueType(plain, Components);
            property["x-requires"] = new JArray(required);
            if (discriminator is not null)
            {
                property["x-discriminator"] = discriminator;
            }

            property["x-values"] = new JArray(values);
            properties[label] = property;
        }

        definition["properties"] = properties;
        definition["required"] = new JArray(properties.Properties().Select(p => p.Name));
    }

    private IEnumerable<string> Required(SourceNode alternative, SourceFile file)
        => _members.Open(alternative, file) is { } located && SchemaKinds.Of(located.Node, isComponent: true) == SchemaKind.Class
            ? _members.Of(located).All().Required.Order(StringComparer.Ordinal)
            : [];

    private void DefineClass(SourceMap node, SourceFile file, string name, JObject definition)
    {
        var members = _members.Of(new Located(node, OpenApi30.Schema, file));
        var names = PropertyNames(members);
        if (members.Base is { } parent)
        {
            definition["x-base"] = _names.TryGetValue(parent.Node, out var known) ? known : (string?)Follow(parent.Node, parent.File, TypeName(members.BaseReference.Split('/', '#')[^1]))["$ref"]?.ToString().Split('/')[^1];
        }

        if (_polymorphism.Subtypes(node) is { Count: > 0 } subtypes)
        {
            definition["x-discriminator"] = node.Map("discriminator")!.Text("propertyName");
            definition["x-subtypes"] = new JArray(subtypes.Select(s => new JObject { ["value"] = s.Value, ["name"] = _names[s.Node] }));
        }

        var properties = new JObject();
        definition["properties"] = properties;
        definition["required"] = new JArray(members.Required.Where(members.Properties.ContainsKey).Order(StringComparer.Ordinal));
        foreach (var (wireName, (value, valueFile)) in members.Properties)
        {
            properties[wireName] = Property(wireName, value, valueFile, name + names[wireName], names[wireName]);
        }

        var own = _polymorphism.ValuesOf(node).Where(v => PropertyNames(_members.Of(v.Owner)).ContainsKey(v.Property)).ToArray();
        if (own.Length > 0)
        {
            definition["x-discriminator-values"] = new JArray(own.Select(v => new JObject { ["owner"] = Declaring(v.Owner, v.Property), ["name"] = PropertyNames(_members.Of(v.Owner))[v.Property], ["value"] = v.Value }));
        }

        definition["additionalProperties"] = false;
        if (members.HasAdditional && members.Base is null)
        {
            definition["x-additional"] = true;
            // The type of the values is for the documentation: they are kept as they came.
            if (members.Additional is var (additional, additionalFile) && Follow(additional, additionalFile, name + "Value") is { Count: > 0 } values)
            {
                definition["x-additional-values"] = UnionLabels.Of(values);
                if (UnionLabels.Of(values) == FileType)
                {
                    Refuse(additional, additionalFile, "files under any name");
                }
            }
        }
    }

    private JObject Property(string wireName, SourceNode node, SourceFile file, string place, string name)
    {
        var property = Decorable(Follow(node, file, place));
        var target = _contract.Follow(node, OpenApi30.Schema, file)?.Node;
        var own = node as SourceMap;
        property["x-value-type"] = IsValueType(node, file);
        Describe(property, (own is null ? null : SchemaKinds.Remark(own, "description")) ?? target?.Text("description"), (own?["default"] ?? target?["default"])?.ToJson());
        property["x-name"] = name;
        property["x-shown"] = Identifier.Shown(wireName);
        if (IsMarked(node, file, "readOnly"))
        {
            property["x-read-only"] = true;
        }

        if (IsMarked(node, file, "deprecated"))
        {
            property["x-deprecated"] = true;
        }

        return property;
    }

    // The class that declares a property, itself or one of its base classes.
    private string Declaring(Located type, string property)
        => _members.Of(type) is { Base: { } parent } members && !members.Properties.ContainsKey(property) ? Declaring(parent, property) : _names[type.Node];

    private bool IsValueType(SourceNode node, SourceFile file)
        => _members.Open(node, file) is { } schema && (SchemaKinds.Of(schema.Node, isComponent: true) == SchemaKind.Enum
            || (SchemaKinds.Of(schema.Node, isComponent: true) == SchemaKind.Primitive && UnionLabels.IsValueType(Primitive(schema.Node), Components)));

    // Of a schema, of what it refers to, or of what it wraps.
    private bool IsMarked(SourceNode? node, SourceFile file, string mark)
    {
        for (var steps = 0; steps < 100 && node is SourceMap map; steps++)
        {
            if (SchemaKinds.Remark(map, mark) == "true")
            {
                return true;
            }

            (node, file) = map.Reference is { } reference ? _contract.Resolve(reference, file) ?? (null!, file) : (SchemaKinds.Wrapped(map)!, file);
        }

        return false;
    }

    /// <summary>Gives a schema or a parameter its description, with the default: it is the API's, and never sent.</summary>
    public static void Describe(JObject owner, string? description, JToken? fallback)
    {
        var words = new[] { description?.Trim(), fallback is null or { Type: JTokenType.Null } ? null : $"If it is not set, the API takes {fallback.ToString(Newtonsoft.Json.Formatting.None)}." };
        if (string.Join("\n", words.Where(w => !string.IsNullOrEmpty(w))) is { Length: > 0 } text)
        {
            owner["description"] = text;
        }
    }

    private IReadOnlyDictionary<string, string> PropertyNames(ClassMembers.Members members)
    {
        if (_propertyNames.TryGetValue(members.Node, out var known))
        {
            return known;
        }

        var inherited = members.Base is { } parent ? PropertyNames(_members.Of(parent)) : new Dictionary<string, string>();
        var scope = new NameScope(
        [
            _names.GetValueOrDefault(members.Node, ""), "AdditionalProperties", _names.GetValueOrDefault(members.Node, "") + "Members", "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize",
            .. inherited.Values.SelectMany(v => new[] { v, v + "Specified" }),
        ]);
        var names = inherited.ToDictionary(StringComparer.Ordinal);
        _propertyNames.Add(members.Node, names);
        foreach (var property in members.Properties.Keys)
        {
            names[property] = scope.Take(Identifier.Pascal(property, "Value"), n => [n + "Specified"]);
        }

        return names;
    }

    private void Refuse(SourceNode node, SourceFile file, string what)
        => _findings.Add(Rule.NotGenerated, file.Path, node.Start, $"The templates in build/templates cannot generate {what}.");

    /// <summary>A type that a union may be, and how it is told from the others.</summary>
    private sealed record Alternative(JObject Schema, IEnumerable<string> Required, string? Discriminator, IEnumerable<string> Values);
}
