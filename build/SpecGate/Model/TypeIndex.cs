using Plannr.SpecGate.Model.Definitions;

namespace Plannr.SpecGate.Model;

/// <summary>Finds the types of a model by name, and the members that they inherit.</summary>
internal sealed class TypeIndex(ApiModel api)
{
    private readonly Dictionary<string, TypeDefinition> _types = api.Types.ToDictionary(t => t.Name, StringComparer.Ordinal);

    public IReadOnlyList<TypeDefinition> All => api.Types;

    public TypeDefinition? Find(string name) => _types.GetValueOrDefault(name);

    /// <summary>Returns the base classes of a class, the nearest first.</summary>
    public IEnumerable<ClassModel> Ancestors(ClassModel type)
    {
        for (var parent = type.Base; parent is not null && Find(parent) is ClassModel model; parent = model.Base)
        {
            yield return model;
        }
    }

    /// <summary>Returns a property of a class or of its base classes, or null if there is none.</summary>
    public PropertyModel? Property(ClassModel type, string name)
        => Ancestors(type).Prepend(type).SelectMany(t => t.Properties).FirstOrDefault(p => p.Name == name);

    /// <summary>Returns whether a class declares or inherits <c>AdditionalProperties</c>.</summary>
    public bool KeepsOthers(ClassModel type) => Ancestors(type).Prepend(type).Any(t => t.KeepsOthers);
}
