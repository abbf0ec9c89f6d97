using System.Globalization;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model.Types;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Schemas;

/// <summary>A JSON property whose values identify types.</summary>
/// <param name="Name">The property.</param>
/// <param name="Type">The type of the values; null if values of the type cannot identify types, such as lists.</param>
/// <param name="IsUnion">Whether the property is a union. Its discriminator values are text.</param>
internal sealed record Discriminator(string Name, Primitive? Type, bool IsUnion = false)
{
    /// <summary>Returns the discriminator of a class or of an alternative of a union.</summary>
    /// <param name="members">The members of the class; null for another type, whose discriminator is text.</param>
    /// <param name="name">The property.</param>
    /// <param name="open">Follows references, and opens wrappers.</param>
    public static Discriminator Of(ClassMembers.Members? members, string name, Func<SourceNode, SourceFile, ContractObject?> open)
    {
        if (members?.All().Properties.TryGetValue(name, out var property) != true || open(property.Node, property.File)?.Node is not { } schema)
        {
            return new Discriminator(name, Primitive.Text);
        }

        return Of(schema, name);
    }

    /// <summary>Returns a property of a schema as a discriminator.</summary>
    public static Discriminator Of(SourceMap schema, string name)
        => SchemaKinds.Of(schema) switch
        {
            SchemaKind.Enum => new Discriminator(name, EnumerationValues.TypeOf(schema)),
            SchemaKind.Primitive => new Discriminator(name, Primitive.Of(schema.Text("type")!, schema.Text("format")) is var type && CanIdentify(type) ? type : null),
            SchemaKind.Any => new Discriminator(name, Primitive.Text),
            SchemaKind.Union => new Discriminator(name, Primitive.Text, IsUnion: true),
            _ => new Discriminator(name, null),
        };

    /// <summary>Returns the values of a schema's <c>enum</c> except null, or null if there are none.</summary>
    public string[]? Enumerated(SourceMap schema)
        => schema.List("enum").OfType<SourceScalar>().Where(v => !v.IsNull())
            .Select(v => Canonical(v.Text)).OfType<string>().Distinct().ToArray() is { Length: > 0 } values ? values : null;

    /// <summary>Returns a value in the form that the runtime compares and C# code has, or null if it is not a value of the type.</summary>
    public string? Canonical(string value)
        => Type?.JsonKind switch
        {
            JsonKind.Integer or JsonKind.Float => Number(value, Type.JsonKind == JsonKind.Integer),
            JsonKind.Boolean => bool.TryParse(value, out var flag) ? (flag ? "true" : "false") : null,
            JsonKind.String when Type == Primitive.Uuid => Guid.TryParseExact(value, "D", out var uuid) ? uuid.ToString() : null,
            JsonKind.String when Type == Primitive.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? value : null,
            JsonKind.String => value,
            _ => null,
        };

    /// <summary>Returns the entries of a discriminator's mapping, each with its reference and the target; null if it does not exist.</summary>
    public static IEnumerable<(SourceEntry Entry, string Reference, SourceMap? Target)> Mapping(OpenApiContract contract, SourceMap owner, SourceFile file)
    {
        foreach (var entry in owner.Map("discriminator")?.Map("mapping")?.Entries ?? [])
        {
            var target = (entry.Value as SourceScalar)?.Text ?? "";
            var reference = target.Contains('/', StringComparison.Ordinal) || target.Contains('#', StringComparison.Ordinal) ? target : "#/components/schemas/" + target;
            yield return (entry, reference, contract.Resolve(reference, file)?.Node as SourceMap);
        }
    }

    private static string? Number(string value, bool isInteger)
        => decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !(isInteger && number != decimal.Truncate(number))
            ? number.ToString("0.############################", CultureInfo.InvariantCulture)
            : null;

    // The same timestamp can be written in several ways, and bytes are not names.
    private static bool CanIdentify(Primitive? type) => type is not null && type != Primitive.Timestamp && type != Primitive.Bytes;
}
