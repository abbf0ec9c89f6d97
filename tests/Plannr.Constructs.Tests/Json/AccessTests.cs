using Plannr.Constructs.Access;
using Plannr.Generated;
using User = Plannr.Constructs.Access.User;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Tests the keywords readOnly, writeOnly, and deprecated.</summary>
public sealed class AccessTests
{
    [Test]
    public async Task Read_only_property_is_received_but_not_sent()
    {
        var user = await Exchange.ResultOf(RawResponse.Json(200, """{"id":7,"name":"A","profile":{"views":3,"text":"t"}}"""), c => new UsersClient(c).SaveAsync(new User { Name = "A" }));
        Assert.That((user.Id, user.Profile!.Views), Is.EqualTo((7, 3)));

        user.Password = "p";
        var body = await Exchange.BodyOf(RawResponse.Json(200, "{}"), c => new UsersClient(c).SaveAsync(user));

        Assert.That(body, Is.EqualTo("""{"name":"A","password":"p","profile":{"text":"t"}}"""));
        Assert.That(PlannrJson.Serialize(user), Does.Contain("\"id\":7"), "Only requests omit read-only properties.");
    }

    [Test]
    public async Task Read_only_property_in_a_union_and_property_of_a_read_only_type_are_not_sent()
    {
        var user = new User { Either = new Profile { Views = 1, Text = "t" }, Audit = new Audit { By = "me" } };

        var body = await Exchange.BodyOf(RawResponse.Json(200, "{}"), c => new UsersClient(c).SaveAsync(user));

        Assert.That(body, Is.EqualTo("""{"either":{"text":"t"}}"""));
        Assert.That(user.Either.AsProfile()!.Views, Is.EqualTo(1));
    }

    [Test]
    public async Task Read_only_property_is_not_sent_in_a_form()
    {
        var profile = PlannrJson.Deserialize<Profile>("""{"views":3,"text":"t"}""");

        var form = await Exchange.BodyOf(RawResponse.Head(204), c => new ProfilesClient(c).SaveAsync(profile));
        var parts = await Exchange.BodyOf(RawResponse.Head(204), c => new ProfilesClient(c).UploadAsync(profile));

        Assert.That(form, Is.EqualTo("text=t"));
        Assert.That(parts, Does.Contain("name=\"text\""));
        Assert.That(parts, Does.Not.Contain("views"));
    }

    [Test]
    public void Deprecated_property_operation_and_type_are_obsolete()
    {
        Assert.That(typeof(User).GetProperty("Nickname"), Has.Attribute<ObsoleteAttribute>());
        Assert.That(typeof(IUsersClient).GetMethod("OldAsync"), Has.Attribute<ObsoleteAttribute>());
        Assert.That(typeof(UsersClient).GetMethod("OldWithResponseAsync"), Has.Attribute<ObsoleteAttribute>());
        Assert.That(typeof(IUsersClient).Assembly.GetType("Plannr.Constructs.Access.OldUser"), Has.Attribute<ObsoleteAttribute>());
    }
}
