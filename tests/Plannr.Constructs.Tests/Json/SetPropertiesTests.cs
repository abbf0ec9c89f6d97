using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Which properties of an object are set.</summary>
public sealed class SetPropertiesTests
{
    [Test]
    public void Property_is_set_by_its_setter_and_by_null()
    {
        var request = new UpdateOAuthConnectionRequest();
        Assert.That(PlannrJson.IsSet(request, nameof(request.Label)), Is.False);

        request.Label = null;

        Assert.That(PlannrJson.IsSet(request, nameof(request.Label)), Is.True);
        Assert.That(PlannrJson.Serialize(request), Is.EqualTo("""{"label":null}"""));
    }

    [Test]
    public void Property_that_was_unset_has_no_value_and_is_not_written()
    {
        var connection = new OAuthConnection { Label = "Mine", Uuid = Guid.NewGuid() };

        PlannrJson.Unset(connection, nameof(connection.Uuid));

        Assert.That(connection.Uuid, Is.Null);
        Assert.That(PlannrJson.IsSet(connection, nameof(connection.Uuid)), Is.False);
        Assert.That(PlannrJson.Serialize(connection), Is.EqualTo("""{"label":"Mine"}"""));
    }

    [TestCase("label")]
    [TestCase("Nothing")]
    [TestCase("AdditionalProperties")]
    public void Name_of_no_property_is_refused(string name)
    {
        var request = new UpdateOAuthConnectionRequest();

        Assert.That(() => PlannrJson.IsSet(request, name), Throws.ArgumentException.With.Message.StartWith($"UpdateOAuthConnectionRequest has no property '{name}'"));
        Assert.That(() => PlannrJson.Unset(request, name), Throws.ArgumentException);
        Assert.That(() => PlannrJson.IsSet(request, null!), Throws.ArgumentNullException);
        Assert.That(() => PlannrJson.IsSet(null!, name), Throws.ArgumentNullException);
    }

    [Test]
    public void Property_of_a_base_class_and_one_of_the_class_itself_are_told_apart()
    {
        var dog = PlannrJson.Deserialize<Inheritance.Dog>("""{"pet_type":"Dog","name":null}""");
        var names = typeof(Inheritance.Dog).GetProperties().Where(p => p.Name != "AdditionalProperties").Select(p => p.Name).ToArray();

        Assert.That(names, Has.Length.GreaterThan(1));
        Assert.That(names.Where(n => PlannrJson.IsSet(dog, n)), Is.EquivalentTo(new[] { "PetType", "Name" }));
    }

    [Test]
    public void Any_number_of_properties_is_kept_apart()
    {
        int[] numbers = [0, 1, 63, 64, 65, 127, 128, 400];
        var set = default(SetProperties);
        Assert.That(Enumerable.Range(0, 500).Where(n => set.Contains(n)), Is.Empty);

        foreach (var number in numbers)
        {
            set.Add(number);
        }

        Assert.That(Enumerable.Range(0, 500).Where(n => set.Contains(n)), Is.EqualTo(numbers));
        set.Remove(1);
        set.Remove(65);
        set.Remove(450);
        Assert.That(Enumerable.Range(0, 500).Where(n => set.Contains(n)), Is.EqualTo(numbers.Except([1, 65])));
    }
}
