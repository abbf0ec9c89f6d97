namespace Plannr.Cli.Contracts.Verification;

/// <summary>Follows the path of a value through the schemas of the contract.</summary>
internal static class SchemaPath
{
    public const string Root = "$";
    public const string AnyElement = "[*]";
    public const string AnyName = ".*";

    /// <summary>Finds the schema of a value.</summary>
    /// <param name="schema">The schema of the whole body.</param>
    /// <param name="field">The path in Laravel's format, such as <c>data.0.label</c>.</param>
    /// <returns>The JSON path, without indexes and names of maps, because these are data; and the nearest schema in the contract.</returns>
    public static (string Place, ContractPart Schema) Follow(ContractPart schema, string field)
    {
        var place = Root;
        foreach (var segment in field.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (schema.Properties().TryGetValue(segment, out var property))
            {
                (place, schema) = ($"{place}.{segment}", property);
            }
            else if (schema.Item() is { } item)
            {
                (place, schema) = (place + AnyElement, item);
            }
            else if (schema.MapValue() is { } value)
            {
                (place, schema) = (place + AnyName, value);
            }
            else
            {
                // The name of a map may contain dots, so the rest of the path is unknown.
                return (place, schema);
            }
        }

        return (place, schema);
    }
}
