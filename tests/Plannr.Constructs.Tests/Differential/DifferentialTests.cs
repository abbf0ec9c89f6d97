using System.Globalization;
using System.Reflection;
using CsCheck;
using Newtonsoft.Json;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Differential;

/// <summary>
/// The generated classes are read and written without reflection, and are the same to Newtonsoft's own serializer: the same
/// values, the same JSON, and the same place of what does not fit.
/// </summary>
public sealed class DifferentialTests
{
    // PLANNR_DIFFERENTIAL_CASES sets another number.
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("PLANNR_DIFFERENTIAL_CASES"), CultureInfo.InvariantCulture, out var cases) ? cases : 5_000;

    private static readonly (Type Type, MethodInfo Check)[] Types =
    [
        .. new[] { typeof(Inheritance.Pet).Assembly, typeof(OAuthConnection).Assembly }
            .SelectMany(a => a.GetExportedTypes())
            .Where(t => typeof(ApiObject).IsAssignableFrom(t) && t is { IsAbstract: false, IsInterface: false })
            .Select(t => (t, typeof(DifferentialTests).GetMethod(nameof(Check), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(t))),
    ];

    [Test]
    public void Both_ways_have_the_same_result()
    {
        var values = 0;
        Gen.Int.Sample(
            seed =>
            {
                var (type, check) = Types[(seed & int.MaxValue) % Types.Length];
                var json = new JsonTexts(seed).Of(type);
                try
                {
                    if ((bool)check.Invoke(null, [json])!)
                    {
                        Interlocked.Increment(ref values);
                    }
                }
                catch (TargetInvocationException exception)
                {
                    throw new InvalidOperationException($"{type}: {json}\n{exception.InnerException!.Message}", exception.InnerException);
                }
            },
            iter: Cases);

        TestContext.Out.WriteLine($"{Cases} texts for {Types.Length} classes, of which {values} could be read.");
        Assert.That(values, Is.GreaterThan(Cases / 10), "too few texts were values at all");
    }

    [Test]
    public void Only_the_case_of_a_name_makes_a_difference()
    {
        const string Json = """{"LABEL":"unknown to the contract","label":"Mine"}""";

        Assert.That(PlannrJson.Serialize(PlannrJson.Deserialize<UpdateOAuthConnectionRequest>(Json)), Is.EqualTo("""{"label":"Mine","LABEL":"unknown to the contract"}"""));
        Assert.That(Reflection.Read(Json, typeof(UpdateOAuthConnectionRequest)).Value, Has.Property("Label").EqualTo("Mine"), "Newtonsoft takes both for one");
    }

    // Whether it was a value.
    private static bool Check<T>(string json)
        where T : ApiObject, new()
    {
        var expected = Reflection.Read(json, typeof(T));
        var (value, problem) = Generated<T>(json);
        if (problem != expected.Problem)
        {
            throw new InvalidOperationException($"generated: {problem ?? "a value"}\nreflection: {expected.Problem ?? "a value"}");
        }

        if (value is null)
        {
            return false;
        }

        // Both values, written both ways.
        var written = Written(() => Reflection.Write(expected.Value!, isRequest: false));
        Same(written, Written(() => Reflection.Write(value, isRequest: false)), "the values read");
        Same(written, Written(() => PlannrJson.Serialize(value)), "the JSON written");
        Same(written, Written(() => PlannrJson.Serialize((ApiObject)expected.Value!)), "the JSON written of the other value");
        Same(Written(() => Reflection.Write(value, isRequest: true)), Written(() => Request(value)), "the JSON sent");
        return true;
    }

    // What is read as NaN among the unknown attributes, no JSON can say.
    private static string Written(Func<string> write)
    {
        try
        {
            return write();
        }
        catch (JsonSerializationException)
        {
            return "(cannot be written)";
        }
    }

    private static void Same(string expected, string actual, string what)
    {
        if (expected != actual)
        {
            throw new InvalidOperationException($"{what}:\ngenerated:  {actual}\nreflection: {expected}");
        }
    }

    private static (T? Value, string? Problem) Generated<T>(string json)
        where T : ApiObject, new()
    {
        try
        {
            return (PlannrJson.Deserialize<T>(json), null);
        }
        catch (JsonSerializationException exception)
        {
            var start = $"The JSON is not a valid {typeof(T).Name}: ";
            return (null, exception.Message[start.Length..^1]);
        }
    }

    private static string Request<T>(T value)
        where T : ApiObject, new()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = new JsonTextWriter(text))
        {
            JsonFormats.ObjectOf<T>().Write(new JsonWriteContext(writer, isRequest: true), value);
        }

        return text.ToString();
    }
}
