using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model.Definitions;
using Plannr.SpecGate.Model.Types;
using Plannr.SpecGate.Modeling.Names;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Types;

/// <summary>Builds the model of an enumeration, with the names of its values.</summary>
internal static class EnumerationBuilder
{
    private static readonly string[] StructMembers = ["Value", "Equals", "GetHashCode", "GetType", "ToString", "TryParse", "ReferenceEquals", "MemberwiseClone", "PrintMembers", "Clone"];

    public static EnumerationModel Build(SourceMap node, SourceFile file, Primitive value, string name)
    {
        var isInteger = value.JsonKind == JsonKind.Integer;
        var scope = new NameScope([name, .. StructMembers]);
        var names = EnumTexts.Of(node, EnumTexts.Names);
        var descriptions = EnumTexts.Of(node, EnumTexts.Descriptions);
        var members = node.List("enum").OfType<SourceScalar>()
            .Where(v => isInteger ? v.IsInteger() : v.IsText())
            .DistinctBy(v => v.Text)
            .Select(v => new EnumerationMember(scope.Take(Name(v.Text)), v.Text, descriptions.GetValueOrDefault(v.Text)) { At = new ContractPlace(file.Path, v.Start) })
            .ToArray();
        return new EnumerationModel(name, node.Text("description")?.Trim(), node.Text("deprecated") == "true", value, members);

        string Name(string text)
            => names.TryGetValue(text, out var given) ? Identifier.Given(given)
                : text.Length == 0 ? "Empty"
                : Identifier.Pascal(text, isInteger ? "Value" : "_");
    }
}
