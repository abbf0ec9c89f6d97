using System.Globalization;
using System.Numerics;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model.Definitions;
using Plannr.SpecGate.Model.Types;
using Plannr.SpecGate.Modeling.Names;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Types;

/// <summary>Builds the model of an enumeration: the type and the names of its values.</summary>
internal static class EnumerationBuilder
{
    private static readonly string[] StructMembers = ["Value", "Equals", "GetHashCode", "GetType", "ToString", "TryParse", "ReferenceEquals", "MemberwiseClone", "PrintMembers", "Clone"];

    /// <summary>Returns the type of the values: that of the format, or a wider one if a value needs it; null if no type holds all values.</summary>
    public static Primitive? ValueOf(SourceMap node)
    {
        if (node.Text("type") != "integer")
        {
            return Primitive.Text;
        }

        var declared = Primitive.Of("integer", node.Text("format"))!;
        var values = node.List("enum").OfType<SourceScalar>().Where(v => v.IsInteger()).Select(v => BigInteger.Parse(v.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)).ToArray();
        return new[] { declared, Primitive.Integer64, Primitive.Unsigned64 }.FirstOrDefault(p => values.All(v => IsWithin(p, v)));
    }

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

    private static bool IsWithin(Primitive type, BigInteger value)
        => type == Primitive.Integer32 ? value >= int.MinValue && value <= int.MaxValue
            : type == Primitive.Unsigned32 ? value >= uint.MinValue && value <= uint.MaxValue
            : type == Primitive.Unsigned64 ? value >= ulong.MinValue && value <= ulong.MaxValue
            : value >= long.MinValue && value <= long.MaxValue;
}
