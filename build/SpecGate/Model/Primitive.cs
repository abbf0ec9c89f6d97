namespace Plannr.SpecGate.Model;

/// <summary>One of .NET's own types, and what stands for it in contracts and in the runtime.</summary>
internal sealed record Primitive
{
    public static readonly Primitive Text = new("string", null, "string", "String", JsonKind.String, "Text");
    public static readonly Primitive Uuid = new("string", "uuid", "Guid", "Guid", JsonKind.String, "Uuid", isValueType: true);
    public static readonly Primitive Timestamp = new("string", "date-time", "DateTimeOffset", "DateTimeOffset", JsonKind.String, "Timestamp", isValueType: true);
    public static readonly Primitive Date = new("string", "date", "DateOnly", "DateOnly", JsonKind.String, "Date", isValueType: true);
    public static readonly Primitive Uri = new("string", "uri", "Uri", "Uri", JsonKind.String, "Uri");
    public static readonly Primitive Bytes = new("string", "byte", "byte[]", "Bytes", JsonKind.String, "Bytes");
    public static readonly Primitive Integer32 = new("integer", "int32", "int", "Int32", JsonKind.Integer, "Integer32", isValueType: true);
    public static readonly Primitive Integer64 = new("integer", "int64", "long", "Int64", JsonKind.Integer, "Integer64", isValueType: true);
    public static readonly Primitive Decimal = new("number", "decimal", "decimal", "Decimal", JsonKind.Float, "DecimalNumber", isValueType: true);
    public static readonly Primitive Single = new("number", "float", "float", "Single", JsonKind.Float, "Number32", isValueType: true);
    public static readonly Primitive Double = new("number", null, "double", "Double", JsonKind.Float, "Number", isValueType: true);
    public static readonly Primitive Boolean = new("boolean", null, "bool", "Boolean", JsonKind.Boolean, "Boolean", isValueType: true);

    private static readonly Primitive[] All = [Text, Uuid, Timestamp, Date, Uri, Bytes, Integer32, Integer64, Decimal, Single, Double, Boolean];

    private Primitive(string type, string? schemaFormat, string cSharpName, string label, JsonKind jsonKind, string format, bool isValueType = false)
    {
        Type = type;
        SchemaFormat = schemaFormat;
        CSharpName = cSharpName;
        Label = label;
        JsonKind = jsonKind;
        Format = format;
        IsValueType = isValueType;
    }

    /// <summary>The schema's <c>type</c>.</summary>
    public string Type { get; }

    /// <summary>The schema's <c>format</c>; null for none.</summary>
    public string? SchemaFormat { get; }

    public string CSharpName { get; }

    /// <summary>The word for the type in names that are derived from it.</summary>
    public string Label { get; }

    public JsonKind JsonKind { get; }

    /// <summary>The property of the runtime's <c>JsonFormats</c>.</summary>
    public string Format { get; }

    public bool IsValueType { get; }

    /// <summary>Finds the type for a schema. An unknown format changes nothing, but an integer of unknown size may need 64 bits.</summary>
    /// <param name="type">The schema's <c>type</c>, which is not an array or object.</param>
    /// <param name="format">The schema's <c>format</c>; null for none.</param>
    public static Primitive Of(string type, string? format)
        => All.FirstOrDefault(p => p.Type == type && p.SchemaFormat == format)
            ?? (type == "integer" ? Integer64 : All.First(p => p.Type == type && p.SchemaFormat is null));
}
