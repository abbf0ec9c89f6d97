using Plannr.SpecGate.Model.Types;

namespace Plannr.SpecGate.Diff.CSharp;

/// <summary>Formats types so that those of two models can be compared: a renamed type has its new name in both.</summary>
/// <param name="renames">The new names of the old model's types.</param>
internal sealed class TypeNames(IReadOnlyDictionary<string, string> renames)
{
    /// <summary>Gets the formatter for the types of the new model, which are not renamed.</summary>
    public static TypeNames Unchanged { get; } = new(new Dictionary<string, string>());

    /// <summary>Returns the C# of a type, without the question mark of the type itself.</summary>
    public string Of(TypeModel type) => Write(type, withQuestionMarks: true);

    /// <summary>Returns the C# of a type without the question marks of reference types, which only affect the compiler's warnings.</summary>
    public string Erased(TypeModel type) => Write(type, withQuestionMarks: false);

    /// <summary>Returns the new name of a type of the old model.</summary>
    public string Of(string name) => renames.GetValueOrDefault(name, name);

    /// <summary>Returns a formatter that also renames another type.</summary>
    public TypeNames With(string name, string newName) => new(new Dictionary<string, string>(renames, StringComparer.Ordinal) { [name] = newName });

    private string Write(TypeModel type, bool withQuestionMarks) => type switch
    {
        ListType list => $"IList<{Part(list.Item, withQuestionMarks)}>",
        MapType map => $"IDictionary<string, {Part(map.Value, withQuestionMarks)}>",
        _ => Of(type.CSharpName),
    };

    private string Part(TypeModel type, bool withQuestionMarks)
        => Write(type, withQuestionMarks) + (type.IsNullable && (withQuestionMarks || type.IsValueType) ? "?" : "");
}
