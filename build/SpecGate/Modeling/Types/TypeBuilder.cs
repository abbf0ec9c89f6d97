using System.Runtime.CompilerServices;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model.Definitions;
using Plannr.SpecGate.Model.Types;
using Plannr.SpecGate.Modeling.Names;
using Plannr.SpecGate.Modeling.Schemas;
using Plannr.SpecGate.Modeling.Unsupported;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Types;

/// <summary>
/// Builds the C# types of schemas. Classes, enumerations and unions have a name and a definition. All other types are described
/// where they are used.
/// </summary>
internal sealed class TypeBuilder
{
    // NSwag reads at most 64 levels of JSON.
    private const int MaxNesting = 50;

    private readonly OpenApiContract _contract;
    private readonly NameScope _types;
    private readonly Refusals _refusals;
    private readonly OrderedDictionary<string, TypeDefinition?> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<SourceMap, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SourceMap, string> _componentKeys = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<SourceMap> _aliases = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<Action> _unions = new();
    private readonly Wrappers _wrappers;
    private readonly ClassBuilder _classes;
    private readonly UnionBuilder _unionBuilder;

    public TypeBuilder(OpenApiContract contract, NameScope types, Refusals refusals)
    {
        _contract = contract;
        _types = types;
        _refusals = refusals;
        _wrappers = new Wrappers(contract, refusals.Warn);
        var components = (contract.Root.Map("components")?.Map("schemas")?.Entries ?? [])
            .Where(e => e.Value is SourceMap { Reference: null }).Select(e => (e.Key.Text, Node: (SourceMap)e.Value)).ToArray();
        foreach (var (key, node) in components)
        {
            _componentKeys.TryAdd(node, key);
            var named = _wrappers.Union(node, contract.Main) ?? node;
            if (_wrappers.Wrapped(named, contract.Main) is null && SchemaKinds.Of(named, isComponent: true) is (SchemaKind.Class or SchemaKind.Enum or SchemaKind.Union) and var kind)
            {
                _names.TryAdd(named, types.Take(RuntimeTypes.Avoid(NameOfComponent(key), kind)));
            }
        }

        Members = new ClassMembers(contract, _wrappers, refusals);
        Polymorphism = new Polymorphism(contract, _componentKeys, _wrappers, Members, refusals);
        _classes = new ClassBuilder(contract, this, new UploadForms(contract, _wrappers), refusals.Add, refusals.Warn);
        _unionBuilder = new UnionBuilder(contract, _wrappers, this, refusals.Warn);
        foreach (var named in components.Select(c => _wrappers.Union(c.Node, contract.Main) ?? c.Node).Where(_names.ContainsKey))
        {
            Define(named, contract.Main);
        }

        DefineUnions();
    }

    /// <summary>Gets the types with a definition, in the order of their first use in the contract.</summary>
    public IReadOnlyList<TypeDefinition> Definitions => [.. _definitions.Values.OfType<TypeDefinition>()];

    public ClassMembers Members { get; }

    public Polymorphism Polymorphism { get; }

    /// <summary>Returns the type of a schema that is not part of another schema.</summary>
    /// <param name="node">The schema; null if there is none.</param>
    /// <param name="file">The document with the schema.</param>
    /// <param name="place">The name of the type if it needs one and the schema has none.</param>
    public TypeModel Use(SourceNode? node, SourceFile file, string place)
    {
        var type = Follow(node, file, place);
        DefineUnions();
        return type;
    }

    /// <summary>Returns the type of a schema within another. Unions are defined later.</summary>
    /// <inheritdoc cref="Use"/>
    public TypeModel Follow(SourceNode? node, SourceFile file, string place)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var isNullable = AllowsNull(node, file, []);
        var seen = new HashSet<SourceMap>(ReferenceEqualityComparer.Instance);
        while (node is SourceMap map)
        {
            if (!seen.Add(map))
            {
                _refusals.Add(map, file, "a schema that only refers to itself");
                break;
            }

            if (map.Reference is { } reference)
            {
                if (_contract.Resolve(reference, file) is not var (target, targetFile))
                {
                    break;
                }

                place = NameOfComponent(reference.Split('/', '#')[^1]);
                (node, file) = (target, targetFile);
                continue;
            }

            if (_wrappers.Wrapped(map, file) is not { } wrapped)
            {
                return Build(map, file, place, isNullable);
            }

            node = wrapped;
        }

        return new AnyType(IsNullable: false);
    }

    /// <summary>Returns the name of a schema's type, or null if it has no name yet.</summary>
    public string? NameOf(SourceMap node) => _names.GetValueOrDefault(node);

    /// <summary>Returns the definition of a type, or null while it is being built.</summary>
    public TypeDefinition? Definition(string name) => _definitions.GetValueOrDefault(name);

    /// <summary>Returns the properties of a class, including those of its base classes.</summary>
    public IEnumerable<PropertyModel> PropertiesOf(string name)
    {
        for (var type = name; type is not null && Definition(type) is ClassModel model; type = model.Base)
        {
            foreach (var property in model.Properties)
            {
                yield return property;
            }
        }
    }

    /// <summary>
    /// Returns the name of a component's type. A name that generated code uses itself gets the suffix <c>Model</c>, which says more than
    /// a number.
    /// </summary>
    public static string NameOfComponent(string key)
        => Identifier.Pascal(key, "Model") is var pascal && RuntimeTypes.Names.Contains(pascal) ? pascal + "Model" : pascal;

    /// <summary>Adds a union of types that no schema describes.</summary>
    public UnionType AddUnion(string wanted, string description, IEnumerable<TypeModel> types, ContractPlace at)
    {
        var name = _types.Take(wanted);
        _definitions[name] = _unionBuilder.Of(name, description, types) with { At = at };
        return new UnionType(name, IsNullable: false);
    }

    /// <summary>Returns whether a schema, its target or the schema that it wraps has a flag such as <c>readOnly: true</c>.</summary>
    public bool IsMarked(SourceNode? node, SourceFile file, string mark)
    {
        var seen = new HashSet<SourceMap>(ReferenceEqualityComparer.Instance);
        while (node is SourceMap map && seen.Add(map))
        {
            // Keys beside a $ref are ignored.
            if (map.Reference is { } reference)
            {
                (node, file) = _contract.Resolve(reference, file) ?? (null!, file);
                continue;
            }

            if (SchemaKinds.Remark(map, mark) == "true")
            {
                return true;
            }

            node = _wrappers.Wrapped(map, file);
        }

        return false;
    }

    // A schema allows null by itself, by its target, by the schema that it wraps, by one of its alternatives, or if all its parts
    // allow null.
    private bool AllowsNull(SourceNode? node, SourceFile file, HashSet<SourceMap> seen)
    {
        if (node is not SourceMap map || !seen.Add(map))
        {
            return false;
        }

        if (map.Reference is { } reference)
        {
            return _contract.Resolve(reference, file) is var (target, targetFile) && AllowsNull(target, targetFile, seen);
        }

        return SchemaKinds.Remark(map, "nullable") == "true"
            || map.List("enum").OfType<SourceScalar>().Any(v => v.IsNull())
            || SchemaKinds.Alternatives(map).Any(a => AllowsNull(a, file, seen))
            || (SchemaKinds.Parts(map) is { Count: > 0 } parts && !map.Has("properties") && parts.All(p => AllowsNull(p, file, seen)));
    }

    private TypeModel Build(SourceMap node, SourceFile file, string place, bool isNullable)
        => SchemaKinds.Of(node, _componentKeys.ContainsKey(node)) switch
        {
            SchemaKind.Any => new AnyType(isNullable),
            SchemaKind.File => new FileType(isNullable),
            SchemaKind.Primitive => new PrimitiveType(PrimitiveOf(node, file), isNullable),
            SchemaKind.Array => new ListType(FollowPart(node, node["items"], file, place + "Item"), isNullable),
            SchemaKind.Dictionary => new MapType(FollowPart(node, node["additionalProperties"], file, place + "Value"), isNullable),
            var kind => Named(node, file, place, kind, isNullable),
        };

    private Primitive PrimitiveOf(SourceMap node, SourceFile file)
    {
        var (type, format) = (node.Text("type")!, node.Text("format"));
        if (Primitive.Of(type, format) is { } primitive)
        {
            return primitive;
        }

        _refusals.Add(node["format"]!, file, $"type: {type} with format: {format}: .NET has no type for all its digits. Use type: string");
        return Primitive.Text;
    }

    private TypeModel Named(SourceMap node, SourceFile file, string place, SchemaKind kind, bool isNullable)
    {
        if (!_names.TryGetValue(node, out var name))
        {
            name = _types.Take(RuntimeTypes.Avoid(Identifier.Pascal(place, "_"), kind));
            _names.Add(node, name);
            Define(node, file);
        }

        return kind switch
        {
            SchemaKind.Enum => new EnumerationType(name, EnumerationValues.TypeOf(node) ?? Primitive.Integer64, isNullable),
            SchemaKind.Union => new UnionType(name, isNullable),
            _ => new ClassType(name, isNullable),
        };
    }

    // Arrays and dictionaries have no definition, so the type of one that contains itself would be infinite.
    private TypeModel FollowPart(SourceMap owner, SourceNode? part, SourceFile file, string place)
    {
        if (!_aliases.Add(owner))
        {
            _refusals.Warn(owner, file, "The values of this array or dictionary are any JSON (JToken), because C# has no type for a list or a dictionary of itself. For a specific type, make the array or dictionary a property of an object.");
            return new AnyType(IsNullable: false);
        }

        if (_aliases.Count > MaxNesting)
        {
            _refusals.Add(owner, file, $"more than {MaxNesting} levels of arrays and dictionaries: make some of them properties of objects");
            _aliases.Remove(owner);
            return new AnyType(IsNullable: false);
        }

        var type = Follow(part, file, place);
        _aliases.Remove(owner);
        return type;
    }

    private void Define(SourceMap node, SourceFile file)
    {
        var name = _names[node];
        // Reserves the place of the type before the types that it uses. The type may also use itself.
        _definitions[name] = null;
        var at = new ContractPlace(file.Path, node.Start);
        switch (SchemaKinds.Of(node, _componentKeys.ContainsKey(node)))
        {
            case SchemaKind.Enum:
                Complete(() => EnumerationBuilder.Build(node, file, EnumerationValue(node, file), name));
                break;
            case SchemaKind.Union:
                _unions.Enqueue(() => Complete(() => _unionBuilder.Build(node, file, name)));
                break;
            default:
                Complete(() => _classes.Build(node, file, name));
                break;
        }

        void Complete(Func<TypeDefinition> build) => _refusals.Within(node, () => _definitions[name] = build() with { At = at });
    }

    private Primitive EnumerationValue(SourceMap node, SourceFile file)
    {
        if (EnumerationValues.TypeOf(node) is { } value)
        {
            return value;
        }

        _refusals.Add(node["enum"]!, file, "an enumeration whose values fit no single integer type of .NET");
        return Primitive.Integer64;
    }

    // A union is built after the types of its alternatives.
    private void DefineUnions()
    {
        while (_unions.TryDequeue(out var define))
        {
            define();
        }
    }
}
