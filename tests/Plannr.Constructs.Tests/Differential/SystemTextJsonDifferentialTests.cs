using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Newtonsoft.Json;
using Plannr.Generated;
using Plannr.Runtime.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Plannr.Constructs.Tests.Differential;

/// <summary>Tests that System.Text.Json reads and writes generated classes in the same way as <see cref="PlannrJson"/>.</summary>
public sealed class SystemTextJsonDifferentialTests
{
    private const int Cases = 2_000;

    // The naming policy of these options must have no effect.
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly (Type Type, MethodInfo Check)[] Types =
    [
        .. new[] { typeof(Inheritance.Pet).Assembly, typeof(OAuthConnection).Assembly }
            .SelectMany(a => a.GetExportedTypes())
            .Where(t => typeof(ApiObject).IsAssignableFrom(t) && t is { IsAbstract: false, IsInterface: false })
            .Select(t => (t, typeof(SystemTextJsonDifferentialTests).GetMethod(nameof(Check), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(t))),
    ];

    [Test]
    public void System_Text_Json_reads_and_writes_the_same_JSON_as_PlannrJson()
    {
        var values = 0;
        Gen.Int.Sample(
            seed =>
            {
                var (type, check) = Types[(seed & int.MaxValue) % Types.Length];
                try
                {
                    if ((bool)check.Invoke(null, [new JsonTexts(seed).Of(type)])!)
                    {
                        Interlocked.Increment(ref values);
                    }
                }
                catch (TargetInvocationException exception)
                {
                    throw new InvalidOperationException($"{type}: {exception.InnerException!.Message}", exception.InnerException);
                }
            },
            iter: Cases);

        Assert.That(values, Is.GreaterThan(Cases / 10), "Too few of the texts are valid for their class.");
    }

    // Returns false if the text is not valid for the class, or its value cannot be written.
    private static bool Check<T>(string json)
        where T : ApiObject, new()
    {
        string expected;
        T value;
        try
        {
            value = PlannrJson.Deserialize<T>(json);
            expected = PlannrJson.Serialize(value);
            using var strict = JsonDocument.Parse(expected);
        }
        // UTF-8 cannot encode an unpaired surrogate.
        catch (Exception exception) when (exception is JsonSerializationException or System.Text.Json.JsonException or ArgumentException)
        {
            return false;
        }

        var written = JsonSerializer.Serialize(value, Web);
        if (!JsonNode.DeepEquals(JsonNode.Parse(written), JsonNode.Parse(expected)))
        {
            throw new InvalidOperationException($"written:  {written}\nexpected: {expected}");
        }

        var read = PlannrJson.Serialize(JsonSerializer.Deserialize<T>(expected, Web)!);
        var again = PlannrJson.Serialize(PlannrJson.Deserialize<T>(expected));
        return read == again ? true : throw new InvalidOperationException($"read:     {read}\nexpected: {again}");
    }
}
