using Newtonsoft.Json.Linq;
using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Composition;

/// <summary>Tests the conditions for the types of a union.</summary>
public sealed class UnionConditionsTests
{
    [TestCase("""{"type":"text","object":"part"}""", true)]
    [TestCase("""{"type":"text"}""", true)]
    [TestCase("{}", true)]
    [TestCase("""{"type":"text","object":"other"}""", false)]
    [TestCase("""{"type":"other","object":"part"}""", false)]
    [TestCase("""{"type":"other"}""", false)]
    public void Each_optional_property_with_constant_values_must_be_missing_or_have_one_of_them(string json, bool isAllowed)
    {
        var conditions = new UnionConditions(null, null, [new("type", "text"), new("object", "part")], null);

        Assert.That(conditions.Allow(JObject.Parse(json)), Is.EqualTo(isAllowed));
    }
}
