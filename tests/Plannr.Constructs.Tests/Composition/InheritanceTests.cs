using Newtonsoft.Json;
using Plannr.Constructs.Inheritance;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Composition;

/// <summary>Tests inheritance by allOf and discriminators.</summary>
public sealed class InheritanceTests
{
    [Test]
    public async Task New_object_is_sent_with_the_discriminator_value_of_its_class()
        => Assert.That(
            await Exchange.BodyOf(RawResponse.Json(200, "[]"), c => new PetsClient(c).AddAsync(new Puppy { Name = "Rex", Pack = "A", Weeks = 8 })),
            Is.EqualTo("""{"weeks":8,"pack":"A","pet_type":"Puppy","name":"Rex"}"""));

    [Test]
    public async Task Object_is_read_as_the_class_that_its_discriminator_names()
    {
        const string Json = """[{"lives":9,"pet_type":"cat","name":"Tom"},{"pack":"A","pet_type":"dog","name":"Rex"},{"pet_type":"fish","name":"Wanda","fins":2}]""";

        var pets = await Exchange.ResultOf(RawResponse.Json(200, Json), c => new PetsClient(c).AddAsync(new Cat()));

        Assert.That(pets.Select(p => p.GetType()), Is.EqualTo(new[] { typeof(Cat), typeof(Dog), typeof(Pet) }));
        Assert.That(((Cat)pets[0]).Lives, Is.EqualTo(9));
        Assert.That((int)pets[2].AdditionalProperties["fins"]!, Is.EqualTo(2), "An object with an unknown discriminator value must keep its properties.");
        Assert.That(PlannrJson.Serialize(pets, JsonFormats.ListOf(JsonFormats.ObjectOf<Pet>())), Is.EqualTo(Json));
    }

    [TestCase("""{"pet_type":"cat"}""", typeof(Dog), TestName = "Object_with_the_discriminator_of_another_branch_is_read_as_the_requested_class")]
    [TestCase("""{"pet_type":"Puppy"}""", typeof(Puppy), TestName = "Object_with_the_discriminator_of_a_subclass_is_read_as_the_subclass")]
    [TestCase("""{"pet_type":1}""", typeof(Dog), TestName = "Object_whose_discriminator_is_not_a_string_is_read_as_the_requested_class")]
    [TestCase("{}", typeof(Dog), TestName = "Object_without_a_discriminator_is_read_as_the_requested_class")]
    public void Object_read_as_a_derived_class_has_the_expected_type(string json, Type type)
        => Assert.That(PlannrJson.Deserialize<Dog>(json), Is.TypeOf(type));

    [Test]
    public void Invalid_value_in_a_subtype_throws_with_its_full_path()
    {
        var exception = Assert.Throws<JsonSerializationException>(() => PlannrJson.Deserialize("""[{"pet_type":"cat","lives":"secret"}]""", JsonFormats.ListOf(JsonFormats.ObjectOf<Pet>())));

        Assert.That(exception!.Message, Does.Contain("'[0].lives'").And.Not.Contain("secret"));
    }

    [Test]
    public async Task Union_of_subtypes_is_read_by_their_discriminator()
    {
        var owner = await Exchange.ResultOf(RawResponse.Json(200, """{"favourite":{"pet_type":"dog","name":"Rex","pack":"A"}}"""), c => new OwnersClient(c).GetAsync());

        Assert.That(owner.Favourite!.AsCat(), Is.Null);
        Assert.That(owner.Favourite.AsDog()!.Pack, Is.EqualTo("A"));
    }

    [Test]
    public async Task Discriminators_of_two_levels_are_both_written_and_read()
    {
        Assert.That(PlannrJson.Serialize(new Ring { Hole = 1 }), Is.EqualTo("""{"hole":1.0,"style":"Ring","form":"Ring"}"""));
        var owner = await Exchange.ResultOf(RawResponse.Json(200, """{"shape":{"form":"Ring","style":"Ring","hole":2,"owner":"A","wheels":3}}"""), c => new OwnersClient(c).GetAsync());
        Assert.That(owner.Shape, Is.TypeOf<Ring>());
        Assert.That(((Ring)owner.Shape!, owner.Shape.Owner, ((Ring)owner.Shape).Wheels), Is.EqualTo((owner.Shape, "A", 3)));
    }

    [Test]
    public async Task First_part_of_allOf_is_the_base_class_and_the_others_add_properties()
    {
        var lorry = await Exchange.ResultOf(RawResponse.Json(200, """{"wheels":6,"owner":"A","load":1.5,"trailer":{"wheels":"two"},"alias":{"wheels":4}}"""), c => new VehiclesClient(c).GetAsync());

        Assert.That(lorry, Is.InstanceOf<Vehicle>());
        Assert.That((lorry.Wheels, lorry.Owner, lorry.Load), Is.EqualTo((6, "A", 1.5)));
        Assert.That(lorry.Trailer!.Wheels, Is.EqualTo("two"));
        Assert.That(lorry.Alias!.Wheels, Is.EqualTo(4));
    }
}
