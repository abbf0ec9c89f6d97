using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Plannr.Constructs.Inheritance;
using Plannr.Generated;

namespace Plannr.Aot;

/// <summary>Checks that System.Text.Json reads and writes the types of the contracts without reflection.</summary>
internal static class SystemTextJsonCheck
{
    // Escapes the same characters as PlannrJson, so that the check can compare the texts, including the digits of numbers.
    private static readonly EnvelopeContext Context = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Returns whether System.Text.Json reads and writes an object of each kind as the API does, and creates its schema. Prints the difference.</summary>
    /// <param name="connection">A connection as the server returned it.</param>
    public static bool Passes(OAuthConnection connection)
    {
        var expected = $$"""{"connection":{{PlannrJson.Serialize(connection)}},"pets":[{"pack":"north","pet_type":"dog","bark":"loud"},{"pet_type":"Parrot"}],"codes":{"+":1,"other":null},"loose":[12.50,{"a":null}],"scalar":2.50}""";
        var envelope = JsonSerializer.Deserialize(expected, Context.Envelope)!;
        var written = JsonSerializer.Serialize(envelope, Context.Envelope);
        if (envelope.Pets[0] is Dog && written == expected)
        {
            return HasSchema();
        }

        Console.Error.WriteLine($"System.Text.Json wrote {written}{Environment.NewLine}instead of           {expected}");
        return false;
    }

    private static bool HasSchema()
    {
        var schema = PlannrJsonSchema.Create(Context.OAuthConnection)?.ToJsonString();
        if (schema?.Contains("date-time", StringComparison.Ordinal) == true)
        {
            return true;
        }

        Console.Error.WriteLine($"The schema of a connection is {schema ?? "missing"}.");
        return false;
    }
}

/// <summary>Describes the application's types to System.Text.Json without reflection.</summary>
[JsonSerializable(typeof(Envelope))]
internal sealed partial class EnvelopeContext : JsonSerializerContext;
