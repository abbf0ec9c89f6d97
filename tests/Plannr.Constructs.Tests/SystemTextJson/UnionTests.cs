using Newtonsoft.Json;
using Plannr.Runtime.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Plannr.Constructs.Tests.SystemTextJson;

/// <summary>Tests that both serializers create every union from any JSON.</summary>
public sealed class UnionTests
{
    private static readonly Type[] Unions = [.. typeof(Inheritance.Pet).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(Union)))];

    private static readonly JsonSerializerSettings Digits = new() { FloatParseHandling = FloatParseHandling.Decimal };

    [Test]
    public void Null_is_read_as_null()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var union in Unions)
            {
                Assert.That(JsonSerializer.Deserialize("null", union), Is.Null, $"System.Text.Json: {union}");
                Assert.That(JsonConvert.DeserializeObject("null", union), Is.Null, $"Newtonsoft.Json: {union}");
            }
        }
    }

    [TestCase("""{"a":1.50}""")]
    [TestCase("""[1.50,null]""")]
    [TestCase("\"text\"")]
    [TestCase("12.50")]
    [TestCase("12")]
    [TestCase("true")]
    public void Union_is_written_as_the_JSON_that_it_was_read_from(string json)
    {
        Assert.That(Unions, Is.Not.Empty);
        using (Assert.EnterMultipleScope())
        {
            foreach (var union in Unions)
            {
                Assert.That(() => JsonSerializer.Serialize(JsonSerializer.Deserialize(json, union), union), Is.EqualTo(json), $"System.Text.Json: {union}");
                Assert.That(() => JsonConvert.SerializeObject(JsonConvert.DeserializeObject(json, union, Digits)), Is.EqualTo(json), $"Newtonsoft.Json: {union}");
            }
        }
    }
}
