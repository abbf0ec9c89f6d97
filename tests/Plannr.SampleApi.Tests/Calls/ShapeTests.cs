using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.SampleApi.Tests.Calls;

/// <summary>Types with derived types, which a discriminator identifies.</summary>
public sealed class ShapeTests
{
    private static ShapesClient Client => new(RunningApi.Client);

    [Test]
    public async Task Derived_types_are_read_as_they_were_sent()
    {
        var inner = new ShapeCircle { Kind = ShapeCircleKind.Circle, Name = "inner", Radius = 1.5 };

        var shapes = await Client.EchoShapesAsync([new ShapeSquare { Kind = ShapeSquareKind.Square, Name = "outer", Side = 2, Inner = inner }, inner]);

        Assert.That(shapes[0].AsShapeSquare()!.Inner!.AsShapeCircle()!.Radius, Is.EqualTo(1.5));
        Assert.That(shapes[0].AsShapeCircle(), Is.Null);
        Assert.That(shapes[1].AsShapeCircle()!.Name, Is.EqualTo("inner"));
    }

    [Test]
    public async Task Derived_type_that_an_operation_declares_is_read_without_a_discriminator()
        => Assert.That((await Client.EchoCircleAsync(new Circle { Name = "a", Radius = 2 })).Radius, Is.EqualTo(2));

    [Test]
    public async Task Derived_types_with_numeric_discriminators_are_read_as_they_were_sent()
    {
        var animals = await Client.EchoAnimalsAsync(
        [
            new AnimalCat { Type = AnimalCatType.Value1, Name = "cat", Lives = 9 },
            new AnimalDog { Type = AnimalDogType.Value2, Name = "dog", Barks = true },
            new AnimalAnimal { Name = "animal" },
        ]);

        Assert.That(animals[0].AsAnimalCat()!.Lives, Is.EqualTo(9));
        Assert.That(animals[0].AsAnimalDog(), Is.Null);
        Assert.That(animals[1].AsAnimalDog()!.Barks, Is.True);
        Assert.That(animals[2].AsAnimalAnimal()!.Name, Is.EqualTo("animal"));
        Assert.That(animals.Select(a => a.IsKnown), Is.All.True);
    }

    [Test]
    public void Unknown_derived_type_is_rejected_by_the_API()
        => Assert.That(Assert.ThrowsAsync<PlannrApiException>(() => Client.EchoShapesAsync([new Shape(JToken.Parse("""{"kind":"star"}"""))]))!.StatusCode, Is.EqualTo(400));
}
