using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model.Definitions;
using Plannr.SpecGate.Model.Types;
using Plannr.SpecGate.Modeling.Names;
using Plannr.SpecGate.Modeling.Schemas;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Types;

/// <summary>Builds the model of a class: its properties, its base class and its discriminator values.</summary>
internal sealed class ClassBuilder(OpenApiContract contract, TypeBuilder types, UploadForms forms, Action<SourceNode, SourceFile, string> refuse, Action<SourceNode, SourceFile, string> warn)
{
    // The members of every object, and the names of types and static members that generated classes use.
    private static readonly string[] TakenMembers = ["Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize", "JsonFormats", "JsonMembers", "OtherProperties", "VisitField"];

    private readonly Dictionary<SourceMap, IReadOnlyDictionary<string, string>> _propertyNames = new(ReferenceEqualityComparer.Instance);

    public ClassModel Build(SourceMap node, SourceFile file, string name)
    {
        var members = types.Members.Of(new ContractObject(node, OpenApi30.Schema, file));
        var names = PropertyNames(members, name);
        var parent = members.Base is { } located ? BaseName(located, members.BaseReference) : null;
        var isForm = forms.Contains(node);
        var properties = members.Properties
            .Select(p => Property(isForm, p.Key, p.Value.Node, p.Value.File, name + names[p.Key], names[p.Key], members.Required.Contains(p.Key))).ToArray();
        return new ClassModel(
            name,
            node.Text("description")?.Trim(),
            node.Text("deprecated") == "true",
            parent,
            properties,
            Subtypes(node),
            [.. OwnValues(node)],
            members.HasAdditional && members.Base is null,
            members.HasAdditional && members.Base is null ? Others(members, name, isForm) : null);
    }

    private string? BaseName(ContractObject parent, string reference)
        => (types.Follow(parent.Node, parent.File, TypeBuilder.NameOfComponent(reference.Split('/', '#')[^1])) as ClassType)?.Name;

    private SubtypesModel? Subtypes(SourceMap node)
        => types.Polymorphism.Subtypes(node) is { Count: > 0 } subtypes
            ? new SubtypesModel(node.Map("discriminator")!.Text("propertyName")!, [.. subtypes.Select(s => (s.Value, types.NameOf(s.Node)!))])
            : null;

    private IEnumerable<DiscriminatorValueModel> OwnValues(SourceMap node)
        => from own in types.Polymorphism.ValuesOf(node)
           let members = types.Members.Of(own.Owner)
           let names = PropertyNames(members, types.NameOf(own.Owner.Node)!)
           where names.ContainsKey(own.Discriminator.Name)
           let owner = Declaring(own.Owner, own.Discriminator.Name)
           let property = names[own.Discriminator.Name]
           select new DiscriminatorValueModel(owner, property, own.Discriminator.Type!, Format(own.Discriminator, members, owner + property), own.Value);

    // C# converts text to an enumeration and to any JSON, but not to a UUID or to a union.
    private string? Format(Discriminator discriminator, ClassMembers.Members members, string place)
    {
        if (discriminator.IsUnion)
        {
            var (node, file) = members.All().Properties[discriminator.Name];
            return types.Follow(node, file, place).JsonFormat;
        }

        return discriminator.Type is { JsonKind: JsonKind.String } type && type != Primitive.Text ? "JsonFormats." + type.Format : null;
    }

    // Additional properties are kept as raw JSON. Their type is only for the documentation and for unions.
    private TypeModel? Others(ClassMembers.Members members, string name, bool isForm)
    {
        if (members.Additional is not var (additional, file) || types.Follow(additional, file, name + "Value") is var type && type is AnyType { IsNullable: false })
        {
            return null;
        }

        var text = FilesAsText.Of(type);
        if (text != type && isForm)
        {
            refuse(additional, file, "files under any name");
        }
        else if (text != type)
        {
            warn(additional, file, FilesAsText.Reason);
        }

        return text;
    }

    private PropertyModel Property(bool isOfForm, string wireName, SourceNode node, SourceFile file, string place, string name, bool isRequired)
    {
        var type = types.Follow(node, file, place);
        if (!(isOfForm && type is FileType or ListType { Item: FileType }) && FilesAsText.Of(type) is var text && text != type)
        {
            warn(node, file, FilesAsText.Reason);
            type = text;
        }

        var target = contract.Follow(node, OpenApi30.Schema, file)?.Node;
        var description = target is null ? null : SchemaKinds.Remark(target, "description");
        return new PropertyModel(
            wireName,
            name,
            type,
            isRequired,
            types.IsMarked(node, file, "readOnly"),
            types.IsMarked(node, file, "deprecated"),
            Documentation.Of(description, Default(target)),
            types.IsMarked(node, file, "writeOnly"))
        { At = new ContractPlace(file.Path, node.Start) };
    }

    private SourceNode? Default(SourceMap? schema) => schema is null ? null : contract.DefaultOf(schema);

    // The name of the class that declares a property: the class itself or one of its base classes.
    private string Declaring(ContractObject type, string property)
        => types.Members.Of(type) is { Base: { } parent } members && !members.Properties.ContainsKey(property) ? Declaring(parent, property) : types.NameOf(type.Node)!;

    private IReadOnlyDictionary<string, string> PropertyNames(ClassMembers.Members members, string name)
    {
        if (_propertyNames.TryGetValue(members.Node, out var known))
        {
            return known;
        }

        var inherited = members.Base is { } parent ? PropertyNames(types.Members.Of(parent), BaseName(parent, members.BaseReference)!) : new Dictionary<string, string>();
        var scope = new NameScope([name, "AdditionalProperties", .. TakenMembers, .. inherited.Values]);
        var names = inherited.ToDictionary(StringComparer.Ordinal);
        _propertyNames[members.Node] = names;
        foreach (var property in members.Properties.Keys)
        {
            names[property] = scope.Take(Identifier.Pascal(property, "Value"));
        }

        return names;
    }
}
