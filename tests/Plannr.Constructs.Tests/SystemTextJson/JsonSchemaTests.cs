using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Plannr.Constructs.Enumerations;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.SystemTextJson;

/// <summary>Tests the JSON schemas of generated types.</summary>
public sealed class JsonSchemaTests
{
    [TestCase(typeof(OAuthProvider), """{"type":"object","properties":{"name":{"type":["null","string"]},"label":{"type":["null","string"]},"logo_url":{"type":["null","string"],"format":"uri-reference"},"authorization_url":{"type":["null","string"],"format":"uri-reference"}}}""")]
    [TestCase(typeof(Sign), """{"type":"string"}""")]
    [TestCase(typeof(Code?), """{"type":["null","integer"]}""")]
    [TestCase(typeof(Unions.Scalar), """{"type":["array","boolean","number","object","string"]}""")]
    [TestCase(typeof(Sign[]), """{"type":"array","items":{"type":"string"}}""")]
    [TestCase(typeof(Dictionary<Sign, List<Code?>?>), """{"type":"object","additionalProperties":{"type":["null","array"],"items":{"type":["null","integer"]}}}""")]
    [TestCase(typeof(List<Unions.Left>), """{"type":"array","items":{"oneOf":[{"type":"null"},{"$ref":"#/$defs/Left"}]},"$defs":{"Left":{"type":"object","properties":{"of":{"type":["null","array","boolean","number","object","string"]}}}}}""")]
    public void Create_returns_the_schema_of_a_generated_type(Type type, string expected) => Assert.That(Of(type), Is.EqualTo(expected));

    [TestCase(typeof(string))]
    [TestCase(typeof(DateTime?))]
    [TestCase(typeof(List<int>))]
    [TestCase(typeof(Dictionary<Sign, int>))]
    [TestCase(typeof(Holder))]
    public void Create_returns_null_for_a_type_that_is_not_generated(Type type) => Assert.That(Of(type), Is.Null);

    [Test]
    public void Schema_of_a_recursive_class_refers_to_its_own_definition()
    {
        var schema = PlannrJsonSchema.Create(TypeInfo(typeof(Containers.Tree)))!;

        Assert.That((string?)schema["properties"]!["parent"]!["oneOf"]![1]!["$ref"], Is.EqualTo("#/$defs/Tree"));
        Assert.That(schema["$defs"]!["Tree"]!["properties"]!.ToJsonString(), Is.EqualTo(schema["properties"]!.ToJsonString()));
    }

    [Test]
    public void Create_uses_the_given_prefix_and_names_for_references()
    {
        var schema = PlannrJsonSchema.Create(TypeInfo(typeof(OAuthConnection)), "#/components/schemas/", t => "Plannr" + t.Name)!;

        Assert.That((string?)schema["properties"]!["provider"]!["oneOf"]![1]!["$ref"], Is.EqualTo("#/components/schemas/PlannrOAuthProvider"));
        Assert.That(schema["$defs"]!.AsObject().Select(d => d.Key), Is.EqualTo(new[] { "PlannrOAuthProvider" }));
    }

    [Test]
    public void Create_throws_if_two_classes_have_the_same_name()
        => Assert.That(
            () => PlannrJsonSchema.Create(TypeInfo(typeof(OAuthConnection)), name: _ => "Same"),
            Throws.InvalidOperationException.With.Message.Contains("OAuthProvider").And.Message.Contains("'Same'"));

    [Test]
    public void Create_without_a_type_or_prefix_throws()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => PlannrJsonSchema.Create(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("type"));
            Assert.That(() => PlannrJsonSchema.Create(TypeInfo(typeof(Sign)), null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("referencePrefix"));
        });
    }

    private static string? Of(Type type) => PlannrJsonSchema.Create(TypeInfo(type))?.ToJsonString();

    private static JsonTypeInfo TypeInfo(Type type) => JsonSerializerOptions.Web.GetTypeInfo(type);
}
