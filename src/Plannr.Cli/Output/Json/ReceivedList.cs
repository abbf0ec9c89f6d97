using Newtonsoft.Json.Linq;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Cli.Output.Json;

/// <summary>Reads and changes the body of a list response. Its records are in the property <c>data</c>.</summary>
internal static class ReceivedList
{
    private const string Records = "data";

    /// <summary>Returns the records of a body, each with its JSON.</summary>
    /// <param name="body">The body.</param>
    /// <param name="values">The records that the client has read from the body; null if there are none.</param>
    public static IReadOnlyList<Received<T>> Of<T>(string body, IEnumerable<T>? values)
        => values is null ? [] : [.. values.Zip(PlannrJson.Deserialize(body, JsonFormats.Any)[Records]!, (value, json) => new Received<T>(value, json))];

    /// <summary>Returns a body with other records.</summary>
    public static string With<T>(string body, IEnumerable<Received<T>> records)
    {
        var result = PlannrJson.Deserialize(body, JsonFormats.Any);
        result[Records] = new JArray(records.Select(r => r.Json));
        return PlannrJson.Serialize(result, JsonFormats.Any);
    }
}
