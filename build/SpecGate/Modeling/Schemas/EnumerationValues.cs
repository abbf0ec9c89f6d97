using System.Globalization;
using System.Numerics;
using Plannr.SpecGate.Model.Types;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Schemas;

/// <summary>Decides the type of the values of an enumeration.</summary>
internal static class EnumerationValues
{
    /// <summary>Returns the type of the values: that of the format, or a wider one if a value needs it; null if no type holds all values.</summary>
    public static Primitive? TypeOf(SourceMap node)
    {
        if (node.Text("type") != "integer")
        {
            return Primitive.Text;
        }

        var declared = Primitive.Of("integer", node.Text("format"))!;
        var values = node.List("enum").OfType<SourceScalar>().Where(v => v.IsInteger()).Select(v => BigInteger.Parse(v.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)).ToArray();
        return new[] { declared, Primitive.Integer64, Primitive.Unsigned64 }.FirstOrDefault(p => values.All(v => IsWithin(p, v)));
    }

    private static bool IsWithin(Primitive type, BigInteger value)
        => type == Primitive.Integer32 ? value >= int.MinValue && value <= int.MaxValue
            : type == Primitive.Unsigned32 ? value >= uint.MinValue && value <= uint.MaxValue
            : type == Primitive.Unsigned64 ? value >= ulong.MinValue && value <= ulong.MaxValue
            : value >= long.MinValue && value <= long.MaxValue;
}
