using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Tests which properties of an object are set.</summary>
public sealed class SetPropertiesTests
{
    [Test]
    public void Property_to_which_null_is_assigned_is_set()
    {
        var request = new UpdateOAuthConnectionRequest();
        Assert.That(PlannrJson.IsSet(request, nameof(request.Label)), Is.False);

        request.Label = null;

        Assert.That(PlannrJson.IsSet(request, nameof(request.Label)), Is.True);
        Assert.That(PlannrJson.Serialize(request), Is.EqualTo("""{"label":null}"""));
    }

    [Test]
    public void Property_that_was_unset_is_null_and_is_not_written()
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
    public void IsSet_and_Unset_with_an_unknown_name_throw(string name)
    {
        var request = new UpdateOAuthConnectionRequest();

        Assert.That(() => PlannrJson.IsSet(request, name), Throws.ArgumentException.With.Message.StartWith($"UpdateOAuthConnectionRequest has no property '{name}'"));
        Assert.That(() => PlannrJson.Unset(request, name), Throws.ArgumentException);
        Assert.That(() => PlannrJson.IsSet(request, null!), Throws.ArgumentNullException);
        Assert.That(() => PlannrJson.IsSet(null!, name), Throws.ArgumentNullException);
    }

    [Test]
    public void IsSet_distinguishes_the_properties_of_a_class_and_its_base_class()
    {
        var dog = PlannrJson.Deserialize<Inheritance.Dog>("""{"pet_type":"Dog","name":null}""");
        var names = typeof(Inheritance.Dog).GetProperties().Where(p => p.Name != "AdditionalProperties").Select(p => p.Name).ToArray();

        Assert.That(names, Has.Length.GreaterThan(1));
        Assert.That(names.Where(n => PlannrJson.IsSet(dog, n)), Is.EquivalentTo(new[] { "PetType", "Name" }));
    }

    [Test]
    public void SetProperties_distinguishes_hundreds_of_properties()
    {
        int[] numbers = [0, 1, 63, 64, 65, 127, 128, 400];
        var set = default(SetProperties);
        Assert.That(Enumerable.Range(0, 500).Where(n => set.Contains(n)), Is.Empty);

        foreach (var number in numbers)
        {
            set.Add(number);
            set.Add(number);
        }

        Assert.That(Enumerable.Range(0, 500).Where(n => set.Contains(n)), Is.EqualTo(numbers));
        int[] removed = [1, 64, 65, 450];
        foreach (var number in removed)
        {
            set.Remove(number);
        }

        Assert.That(Enumerable.Range(0, 500).Where(n => set.Contains(n)), Is.EqualTo(numbers.Except(removed)));
    }
}
