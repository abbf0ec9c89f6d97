using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling;

/// <summary>Decides which names the values of an <c>enum</c> have in C#.</summary>
internal static class EnumerationBuilder
{
    private static readonly string[] StructMembers = ["Value", "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "PrintMembers", "Clone"];

    /// <summary>The type of the values.</summary>
    public static Primitive ValueOf(SourceMap node)
        => node.Text("type") == "integer" ? Primitive.Of("integer", node.Text("format")) : Primitive.Text;

    public static EnumerationModel Build(SourceMap node, string name)
    {
        var value = ValueOf(node);
        var isInteger = value.JsonKind == JsonKind.Integer;
        var scope = new NameScope([name, .. StructMembers]);
        var names = EnumTexts.Of(node, EnumTexts.Names);
        var descriptions = EnumTexts.Of(node, EnumTexts.Descriptions);
        var members = node.List("enum").OfType<SourceScalar>()
            .Where(v => isInteger ? v.IsInteger() : v.IsText())
            .DistinctBy(v => v.Text)
            .Select(v => new EnumerationMember(scope.Take(Name(v.Text)), v.Text, descriptions.GetValueOrDefault(v.Text)))
            .ToArray();
        return new EnumerationModel(name, node.Text("description")?.Trim(), node.Text("deprecated") == "true", value, members);

        string Name(string text)
            => names.TryGetValue(text, out var given) ? Identifier.Given(given)
                : text.Length == 0 ? "Empty"
                : Identifier.Pascal(text, isInteger ? "Value" : "_");
    }
}
