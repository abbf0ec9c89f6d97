namespace Plannr.SpecGate.Model.Types;

/// <summary>A type of .NET, with its names in contracts and in the runtime.</summary>
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
    public static readonly Primitive Unsigned32 = new("integer", "uint32", "uint", "UInt32", JsonKind.Integer, "UnsignedInteger32", isValueType: true);
    public static readonly Primitive Unsigned64 = new("integer", "uint64", "ulong", "UInt64", JsonKind.Integer, "UnsignedInteger64", isValueType: true);
    public static readonly Primitive Decimal = new("number", "decimal", "decimal", "Decimal", JsonKind.Float, "DecimalNumber", isValueType: true);
    public static readonly Primitive Single = new("number", "float", "float", "Single", JsonKind.Float, "Number32", isValueType: true);
    public static readonly Primitive Double = new("number", null, "double", "Double", JsonKind.Float, "Number", isValueType: true);
    public static readonly Primitive Boolean = new("boolean", null, "bool", "Boolean", JsonKind.Boolean, "Boolean", isValueType: true);

    private static readonly Primitive[] All = [Text, Uuid, Timestamp, Date, Uri, Bytes, Integer32, Integer64, Unsigned32, Unsigned64, Decimal, Single, Double, Boolean];

    // Has 34 digits, which no .NET type can represent.
    private const string Unsupported = "decimal128";

    // Formats of OpenAPI's registry that have no .NET type of their own, with the narrowest type for all their values. The formats
    // of whole numbers have the same meaning for "number" as for "integer". Formats without an entry are ignored.
    private static readonly Dictionary<string, Primitive> WholeNumbers = new(StringComparer.Ordinal)
    {
        ["int8"] = Integer32,
        ["uint8"] = Integer32,
        ["int16"] = Integer32,
        ["uint16"] = Integer32,
        ["int32"] = Integer32,
        ["int64"] = Integer64,
        ["uint32"] = Unsigned32,
        ["uint64"] = Unsigned64,
        // 53 bits.
        ["double-int"] = Integer64,
        // 15 digits.
        ["sf-integer"] = Integer64,
    };

    private static readonly Dictionary<string, Primitive> Fractions = new(StringComparer.Ordinal)
    {
        // 12 digits, and 3 places.
        ["sf-decimal"] = Decimal,
    };

    /// <summary>Returns whether a format is one for numbers.</summary>
    public static bool IsNumeric(string? format)
        => format is not null && (WholeNumbers.ContainsKey(format) || Fractions.ContainsKey(format) || format == Unsupported
            || Array.Exists(All, p => p.SchemaFormat == format && p.JsonKind is JsonKind.Integer or JsonKind.Float));

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

    /// <summary>Gets the schema's <c>type</c>.</summary>
    public string Type { get; }

    /// <summary>Gets the schema's <c>format</c>; null if there is none.</summary>
    public string? SchemaFormat { get; }

    public string CSharpName { get; }

    /// <summary>Gets the word for the type in derived names.</summary>
    public string Label { get; }

    public JsonKind JsonKind { get; }

    /// <summary>Gets the name of the type's property in the runtime's <c>JsonFormats</c>.</summary>
    public string Format { get; }

    public bool IsValueType { get; }

    /// <summary>Returns the type for a schema. Unknown formats are ignored. An integer of unknown size has 64 bits.</summary>
    /// <param name="type">The schema's <c>type</c>, other than <c>array</c> and <c>object</c>.</param>
    /// <param name="format">The schema's <c>format</c>; null if there is none.</param>
    /// <returns>The type, or null if no .NET type holds all values of the format.</returns>
    public static Primitive? Of(string type, string? format)
    {
        if (type == "number" && format == Unsupported)
        {
            return null;
        }

        return (type is "integer" or "number" ? WholeNumbers.GetValueOrDefault(format ?? "") : null)
            ?? (type == "number" ? Fractions.GetValueOrDefault(format ?? "") : null)
            ?? All.FirstOrDefault(p => p.Type == type && p.SchemaFormat == format)
            ?? (type == "integer" ? Integer64 : All.First(p => p.Type == type && p.SchemaFormat is null));
    }
}
