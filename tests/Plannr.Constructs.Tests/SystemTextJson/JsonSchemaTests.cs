using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Plannr.Constructs.Enumerations;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.SystemTextJson;

/// <summary>The JSON schemas of the contracts' types.</summary>
public sealed class JsonSchemaTests
{
    [TestCase(typeof(OAuthProvider), """{"type":"object","properties":{"name":{"type":["null","string"]},"label":{"type":["null","string"]},"logo_url":{"type":["null","string"],"format":"uri-reference"},"authorization_url":{"type":["null","string"],"format":"uri-reference"}}}""")]
    [TestCase(typeof(Sign), """{"type":"string"}""")]
    [TestCase(typeof(Code?), """{"type":["null","integer"]}""")]
    [TestCase(typeof(Unions.Scalar), """{"type":["array","boolean","number","object","string"]}""")]
    [TestCase(typeof(Sign[]), """{"type":"array","items":{"type":"string"}}""")]
    [TestCase(typeof(Dictionary<Sign, List<Code?>?>), """{"type":"object","additionalProperties":{"type":["null","array"],"items":{"type":["null","integer"]}}}""")]
    [TestCase(typeof(List<Unions.Left>), """{"type":"array","items":{"oneOf":[{"type":"null"},{"$ref":"#/$defs/Left"}]},"$defs":{"Left":{"type":"object","properties":{"of":{"type":["null","array","boolean","number","object","string"]}}}}}""")]
    public void Schema_of_a_type_of_the_contract(Type type, string expected) => Assert.That(Of(type), Is.EqualTo(expected));

    [TestCase(typeof(string))]
    [TestCase(typeof(DateTime?))]
    [TestCase(typeof(List<int>))]
    [TestCase(typeof(Dictionary<Sign, int>))]
    [TestCase(typeof(Holder))]
    public void Type_of_another_origin_has_no_schema(Type type) => Assert.That(Of(type), Is.Null);

    [Test]
    public void Schema_of_a_class_within_itself_refers_to_a_definition_of_that_class()
    {
        var schema = PlannrJsonSchema.Create(TypeInfo(typeof(Containers.Tree)))!;

        Assert.That((string?)schema["properties"]!["parent"]!["oneOf"]![1]!["$ref"], Is.EqualTo("#/$defs/Tree"));
        Assert.That(schema["$defs"]!["Tree"]!["properties"]!.ToJsonString(), Is.EqualTo(schema["properties"]!.ToJsonString()));
    }

    [Test]
    public void Prefix_and_names_of_references_are_those_of_the_caller()
    {
        var schema = PlannrJsonSchema.Create(TypeInfo(typeof(OAuthConnection)), "#/components/schemas/", t => "Plannr" + t.Name)!;

        Assert.That((string?)schema["properties"]!["provider"]!["oneOf"]![1]!["$ref"], Is.EqualTo("#/components/schemas/PlannrOAuthProvider"));
        Assert.That(schema["$defs"]!.AsObject().Select(d => d.Key), Is.EqualTo(new[] { "PlannrOAuthProvider" }));
    }

    [Test]
    public void Equal_names_of_two_classes_are_refused()
        => Assert.That(
            () => PlannrJsonSchema.Create(TypeInfo(typeof(OAuthConnection)), name: _ => "Same"),
            Throws.InvalidOperationException.With.Message.Contains("OAuthProvider").And.Message.Contains("'Same'"));

    private static string? Of(Type type) => PlannrJsonSchema.Create(TypeInfo(type))?.ToJsonString();

    private static JsonTypeInfo TypeInfo(Type type) => JsonSerializerOptions.Web.GetTypeInfo(type);
}
