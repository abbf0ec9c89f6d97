using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Cli.Output;
using Plannr.Cli.Output.Json;

namespace Plannr.Cli.Tests.Output;

/// <summary>Tests how JSON is indented and escaped for a terminal.</summary>
public sealed class IndentedJsonTests
{
    [Test]
    public void Indented_JSON_keeps_the_values_as_they_were_written()
        => Assert.That(IndentedJson.Of("""{ "a" :[1.50,{},[ ],"x: {\"y\", z}\\"],"b":{"c":1e2 ,"d":null}}"""), Is.EqualTo("""
            {
              "a": [
                1.50,
                {},
                [],
                "x: {\"y\", z}\\"
              ],
              "b": {
                "c": 1e2,
                "d": null
              }
            }
            """));

    [TestCase("""{"data":[{"uuid":"a","n":[[[]]],"t":true}]}""")]
    [TestCase("[]")]
    [TestCase("\"text\"")]
    public void Indented_JSON_is_equal_to_the_original(string json)
        => Assert.That(JToken.Parse(IndentedJson.Of(json)).ToString(Formatting.None), Is.EqualTo(JToken.Parse(json).ToString(Formatting.None)));

    [Test]
    public void Control_and_bidirectional_characters_in_JSON_are_escaped()
        => Assert.That(TerminalText.Json("\"a\u009b31m\u202e\u007f\""), Is.EqualTo("\"a\\u009b31m\\u202e\\u007f\""));
}
