using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Constructs.Containers;
using Plannr.Constructs.Inheritance;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Tests how objects are read and written: objects that contain themselves, properties that the contract does not name, and values that are not objects.</summary>
public sealed class ObjectTests
{
    private static IEnumerable<TestCaseData> Circles()
    {
        var self = new Tree { Name = "self" };
        self.Parent = self;
        yield return new TestCaseData(self).SetArgDisplayNames("an object that contains itself");

        var top = new Tree { Name = "top", Children = [new Tree { Name = "middle", Children = [new Tree { Name = "bottom" }] }] };
        top.Children[0].Children![0].Parent = top;
        yield return new TestCaseData(top).SetArgDisplayNames("an object that its grandchild contains");

        var deep = new Tree { Name = "top", Parent = new Tree { Name = "second", Parent = new Tree { Name = "third" } } };
        deep.Parent.Parent.Parent = deep.Parent;
        yield return new TestCaseData(deep).SetArgDisplayNames("a child that its child contains");

        var list = new Tree { Name = "list", Children = [new Tree { Name = "item" }] };
        list.Children[0].Children = list.Children;
        yield return new TestCaseData(list).SetArgDisplayNames("a list that its item contains");
    }

    [TestCaseSource(nameof(Circles))]
    public void Object_that_contains_itself_is_not_written(Tree tree)
        => Assert.That(() => PlannrJson.Serialize(tree), Throws.TypeOf<JsonSerializationException>().With.Message.EqualTo("A value contains a reference to itself."));

    [Test]
    public void Object_that_occurs_several_times_is_written_each_time()
    {
        var leaf = new Tree { Name = "leaf" };
        var tree = new Tree { Name = "top", Parent = leaf, Children = [leaf, new Tree { Name = "branch", Children = [leaf, leaf] }] };

        Assert.That(
            PlannrJson.Serialize(tree),
            Is.EqualTo("""{"name":"top","parent":{"name":"leaf"},"children":[{"name":"leaf"},{"name":"branch","children":[{"name":"leaf"},{"name":"leaf"}]}]}"""));
    }

    [TestCase("""{"load":1.5,"wheels":6,"new":{"a":[1]}}""")]
    [TestCase("""{"new":1}""")]
    public void Unknown_property_of_a_derived_class_is_kept(string json)
        => Assert.That(PlannrJson.Serialize(PlannrJson.Deserialize<Lorry>(json)), Is.EqualTo(json));

    [Test]
    public void Unknown_property_of_a_class_that_allows_none_is_skipped()
        => Assert.That(PlannrJson.Serialize(PlannrJson.Deserialize<Tree>("""{"none":{"new":{"name":["wrong"]},"name":"right"},"name":"tree"}""")), Is.EqualTo("""{"name":"tree","none":{"name":"right"}}"""));

    [TestCase("""{"wheels":6}""", true)]
    [TestCase("""{"wheels":6,"new":1}""", true)]
    [TestCase("""{"wheels":"six","weight":1}""", false)]
    [TestCase("""{"wheels":"six"}""", false)]
    public void Object_is_an_alternative_of_a_union_if_all_its_properties_fit(string json, bool isVehicle)
        => Assert.That(new DescribedAmountOrVehicle(JToken.Parse(json)).AsVehicle() is not null, Is.EqualTo(isVehicle));

    [Test]
    public void Comments_in_an_object_are_skipped()
    {
        var tree = PlannrJson.Deserialize<Tree>("""/*a*/{/*b*/"name":/*c*/"tree"/*e*/,"children":/*f*/[/*g*/{"name":"leaf"}/*h*/],"parent":/*i*/{/*j*/}/*k*/}/*l*/""");

        Assert.That(PlannrJson.Serialize(tree), Is.EqualTo("""{"name":"tree","parent":{},"children":[{"name":"leaf"}]}"""));
    }

    [Test]
    public void Comments_before_an_object_with_a_discriminator_are_skipped()
    {
        const string Json = """/*a*/{"shape":/*b*/{/*c*/"owner":"me"}/*d*/}/*e*/""";

        Assert.That(PlannrJson.Deserialize<Owner>(Json).Shape!.Owner, Is.EqualTo("me"));
        Assert.That(JsonConvert.DeserializeObject<Owner>(Json)!.Shape!.Owner, Is.EqualTo("me"), "Read by Newtonsoft's serializer.");
    }

    [Test]
    public void Empty_text_instead_of_an_object_is_null() => Assert.That(PlannrJson.Deserialize<Tree>("""{"parent":""}""").Parent, Is.Null);

    [TestCase("""{"shape":""}""", "Not an object.", 11)]
    [TestCase("""{"shape":5}""", "Not an object.", 10)]
    [TestCase("""{"shape":[]}""", "Not an object.", 10)]
    public void Value_that_is_no_object_throws_with_its_place(string json, string message, int column)
    {
        var exception = Assert.Throws<JsonSerializationException>(() => JsonConvert.DeserializeObject<Owner>(json))!;

        Assert.That((exception.Message, exception.LineNumber, exception.LinePosition), Is.EqualTo((message, 1, column)));
    }

    [Test]
    public void Serializer_of_Newtonsoft_writes_properties_that_only_the_server_sets()
        => Assert.That(JsonConvert.SerializeObject(new Access.User { Id = 5 }), Is.EqualTo("""{"id":5}"""));
}
