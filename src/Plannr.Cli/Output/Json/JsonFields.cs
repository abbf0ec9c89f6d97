using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Mcp.Documentation;

namespace Plannr.Cli.Output.Json;

/// <summary>The properties of a record that <c>--json</c> selects.</summary>
internal static class JsonFields
{
    /// <summary>Returns the names of a type's JSON properties, in alphabetical order.</summary>
    public static IReadOnlyList<string> Of([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type type)
        => [.. type.GetProperties().Select(p => p.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName).OfType<string>().Order(StringComparer.Ordinal)];

    /// <summary>Returns an error message for names from the command line, or null if they are valid.</summary>
    /// <param name="names">The names from the command line.</param>
    /// <param name="known">The names of all fields.</param>
    public static string? ProblemOf(IReadOnlyList<string> names, IReadOnlyList<string> known)
    {
        var fields = $"The fields are {string.Join(", ", known)}.";
        if (names.Count == 0)
        {
            return $"--json requires the names of fields, separated by commas. {fields}";
        }

        if (names.FirstOrDefault(n => !known.Contains(n)) is not { } unknown)
        {
            return null;
        }

        var near = NearMatches.Of(unknown, known);
        return $"'{unknown}' is not a field. {(near.Count > 0 ? NearMatches.Sentence(unknown, known) + " " : "")}{fields}";
    }

    /// <summary>Returns a JSON object with some properties of a record. The value of a missing property is null.</summary>
    public static JObject Select(JToken record, IReadOnlyList<string> names)
        => new(names.Select(n => new JProperty(n, (record as JObject)?[n] ?? JValue.CreateNull())));
}
