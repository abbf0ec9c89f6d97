using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Cli.Output;
using Plannr.Cli.Output.Json;

namespace Plannr.Cli.Tests.Output;

/// <summary>JSON as it is shown on a terminal.</summary>
public sealed class IndentedJsonTests
{
    [Test]
    public void Values_stay_as_they_were_written()
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
    public void It_means_the_same(string json)
        => Assert.That(JToken.Parse(IndentedJson.Of(json)).ToString(Formatting.None), Is.EqualTo(JToken.Parse(json).ToString(Formatting.None)));

    [Test]
    public void What_a_terminal_would_act_on_becomes_an_escape()
        => Assert.That(TerminalText.Json("\"a\u009b31m\u202e\u007f\""), Is.EqualTo("\"a\\u009b31m\\u202e\\u007f\""));
}
