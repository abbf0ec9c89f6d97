namespace Plannr.SpecGate.Model;

/// <summary>The types of a model by their names, with what they inherit.</summary>
internal sealed class TypeIndex(ApiModel api)
{
    private readonly Dictionary<string, TypeDefinition> _types = api.Types.ToDictionary(t => t.Name, StringComparer.Ordinal);

    public IReadOnlyList<TypeDefinition> All => api.Types;

    public TypeDefinition? Find(string name) => _types.GetValueOrDefault(name);

    /// <summary>The classes that a class derives from, the nearest first.</summary>
    public IEnumerable<ClassModel> Ancestors(ClassModel type)
    {
        for (var parent = type.Base; parent is not null && Find(parent) is ClassModel model; parent = model.Base)
        {
            yield return model;
        }
    }

    /// <summary>A property of a class or of one that it derives from; null if there is none.</summary>
    public PropertyModel? Property(ClassModel type, string name)
        => Ancestors(type).Prepend(type).SelectMany(t => t.Properties).FirstOrDefault(p => p.Name == name);

    /// <summary>Whether a class has the property for JSON properties that the contract does not name.</summary>
    public bool KeepsOthers(ClassModel type) => Ancestors(type).Prepend(type).Any(t => t.KeepsOthers);
}
