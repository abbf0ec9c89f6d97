using Newtonsoft.Json.Linq;
using NJsonSchema;
using Plannr.SpecGate.Rules;

namespace Plannr.SpecGate.Tests;

/// <summary>The limits of checking values. A value that exceeds a limit is not checked.</summary>
public sealed class ValueValidatorTests
{
    private const string StepsProblem = "the check takes more than 300000 steps, or all checks more than 3000000";
    private const string PatternProblem = "its pattern takes too long to match";

    private readonly ValueValidator _validator = new();

    // Each list and each item takes a step, so 119 lists of 2 520 items take exactly 300 000 steps.
    [TestCase(119, null)]
    [TestCase(120, StepsProblem)]
    public async Task Value_that_takes_more_than_300_000_steps_is_not_checked(int count, string? problem)
        => Assert.That(Problem(Lists(count), await ListSchema()), Is.EqualTo(problem));

    [Test]
    public async Task Pattern_that_takes_too_long_is_not_matched_again()
    {
        var schema = await PatternSchema("^(a+)+$");

        Assert.That(Problem(Slow('a'), schema), Is.EqualTo($"{PatternProblem}. Rewrite it without nested repetitions, such as (a+)+"));
        Assert.That(Problem("a", schema), Is.EqualTo(PatternProblem));
        Assert.That(Problem("b", await PatternSchema("^b$")), Is.Null);
    }

    [Test]
    public async Task No_pattern_is_matched_after_four_patterns_that_take_too_long()
    {
        foreach (var letter in "abcd")
        {
            Assert.That(Problem(Slow(letter), await PatternSchema($"^({letter}+)+$")), Does.StartWith(PatternProblem + "."));
        }

        Assert.That(Problem("e", await PatternSchema("^e$")), Is.EqualTo(PatternProblem));
    }

    private static JArray Lists(int count) => new(Enumerable.Range(0, count).Select(_ => new JArray(Enumerable.Repeat(1, 2_520))));

    private static Task<JsonSchema> ListSchema() => JsonSchema.FromJsonAsync("""{ "type": "array", "items": { "type": "array", "items": {} } }""");

    private static Task<JsonSchema> PatternSchema(string pattern) => JsonSchema.FromJsonAsync($$"""{ "type": "string", "{{ValueValidator.PatternKey}}": "{{pattern}}" }""");

    private static string Slow(char letter) => new string(letter, 60) + "!";

    // Returns why the value is not checked, or null if it is valid.
    private string? Problem(JToken value, JsonSchema schema)
    {
        try
        {
            Assert.That(_validator.Check(value, schema), Is.Empty);
            return null;
        }
        catch (NotCheckedException exception)
        {
            return exception.Message;
        }
    }
}
