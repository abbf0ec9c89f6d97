using Newtonsoft.Json.Linq;
using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Composition;

/// <summary>Tests the text to which a discriminator value is normalized for comparison.</summary>
public sealed class DiscriminatorValueTests
{
    private static readonly object?[][] Values =
    [
        [new JValue("Cat"), "Cat"],
        [new JValue(""), ""],
        [new JValue("6FF8F7F6-1EB3-3525-BE4A-3932C805AFED"), "6ff8f7f6-1eb3-3525-be4a-3932c805afed"],
        [new JValue("{6FF8F7F6-1EB3-3525-BE4A-3932C805AFED}"), "{6FF8F7F6-1EB3-3525-BE4A-3932C805AFED}"],
        [new JValue("6FF8F7F61EB33525BE4A3932C805AFED"), "6FF8F7F61EB33525BE4A3932C805AFED"],
        [new JValue("A text that is as long as a UUID is:"), "A text that is as long as a UUID is:"],
        [new JValue(true), "true"],
        [new JValue(false), "false"],
        [new JValue(7L), "7"],
        [new JValue(-7L), "-7"],
        [new JValue(1.0), "1"],
        [new JValue(1.50), "1.5"],
        [new JValue(1.00m), "1"],
        [new JValue(1.2345678901234567890123456789m), "1.2345678901234567890123456789"],
        [new JValue((double)decimal.MaxValue), "7.922816251426434E+28"],
        [new JValue((double)decimal.MinValue), "-7.922816251426434E+28"],
        [new JValue(1e300), "1E+300"],
        [new JValue(-1e300), "-1E+300"],
        [new JValue(new byte[] { 1 }), null],
        [JValue.CreateNull(), null],
        [new JObject(), null],
        [new JArray("Cat"), null],
        [null, null],
    ];

    [TestCaseSource(nameof(Values))]
    public void Of_returns_the_same_text_for_each_notation_of_a_value(JToken? json, string? expected)
        => Assert.That(DiscriminatorValue.Of(json), Is.EqualTo(expected));
}
