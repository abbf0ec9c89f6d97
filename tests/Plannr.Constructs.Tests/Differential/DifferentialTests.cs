using System.Globalization;
using System.Reflection;
using CsCheck;
using Newtonsoft.Json;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Differential;

/// <summary>
/// Tests that generated classes, which are read and written without reflection, behave as with Newtonsoft's reflection-based
/// serializer: the same values, the same JSON, and the same path and position of an error.
/// </summary>
public sealed class DifferentialTests
{
    // The environment variable makes longer runs possible.
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("PLANNR_DIFFERENTIAL_CASES"), CultureInfo.InvariantCulture, out var cases) ? cases : 5_000;

    private static readonly (Type Type, MethodInfo Check)[] Types =
    [
        .. new[] { typeof(Inheritance.Pet).Assembly, typeof(OAuthConnection).Assembly }
            .SelectMany(a => a.GetExportedTypes())
            .Where(t => typeof(ApiObject).IsAssignableFrom(t) && t is { IsAbstract: false, IsInterface: false })
            .Select(t => (t, typeof(DifferentialTests).GetMethod(nameof(Check), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(t))),
    ];

    [Test]
    public void Generated_code_and_reflection_read_and_write_the_same()
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
        Assert.That(values, Is.GreaterThan(Cases / 10), "Too few of the texts are valid for their class.");
    }

    [Test]
    public void Property_names_are_case_sensitive_only_without_reflection()
    {
        const string Json = """{"LABEL":"unknown to the contract","label":"Mine"}""";

        Assert.That(PlannrJson.Serialize(PlannrJson.Deserialize<UpdateOAuthConnectionRequest>(Json)), Is.EqualTo("""{"label":"Mine","LABEL":"unknown to the contract"}"""));
        Assert.That(Reflection.Read(Json, typeof(UpdateOAuthConnectionRequest)).Value, Has.Property("Label").EqualTo("Mine"), "Newtonsoft's serializer ignores the case of property names.");
    }

    // Returns false if the text is not valid for the class.
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

        // The two values must not differ, whichever serializer writes them.
        var written = Written(() => Reflection.Write(expected.Value!, isRequest: false));
        AssertSame(written, Written(() => Reflection.Write(value, isRequest: false)), "The values differ");
        AssertSame(written, Written(() => PlannrJson.Serialize(value)), "The JSON differs");
        AssertSame(written, Written(() => PlannrJson.Serialize((ApiObject)expected.Value!)), "The JSON of the value read by reflection differs");
        AssertSame(Written(() => Reflection.Write(value, isRequest: true)), Written(() => Request(value)), "The JSON of a request differs");
        return true;
    }

    // An unknown property can contain NaN, which is read but cannot be written.
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

    private static void AssertSame(string expected, string actual, string message)
    {
        if (expected != actual)
        {
            throw new InvalidOperationException($"{message}:\ngenerated:  {actual}\nreflection: {expected}");
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
