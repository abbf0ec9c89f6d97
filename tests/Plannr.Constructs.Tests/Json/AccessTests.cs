using Plannr.Constructs.Access;
using Plannr.Generated;
using User = Plannr.Constructs.Access.User;

namespace Plannr.Constructs.Tests.Json;

/// <summary>readOnly, writeOnly and deprecated.</summary>
public sealed class AccessTests
{
    [Test]
    public async Task What_is_read_only_is_received_and_not_sent_back()
    {
        var user = await Exchange.Answer(RawResponse.Json(200, """{"id":7,"name":"A","profile":{"views":3,"text":"t"}}"""), c => new UsersClient(c).SaveAsync(new User { Name = "A" }));
        Assert.That((user.Id, user.Profile!.Views), Is.EqualTo((7, 3)));

        user.Password = "p";
        var body = await Exchange.BodyOf(RawResponse.Json(200, "{}"), c => new UsersClient(c).SaveAsync(user));

        Assert.That(body, Is.EqualTo("""{"name":"A","password":"p","profile":{"text":"t"}}"""));
        Assert.That(PlannrJson.Serialize(user), Does.Contain("\"id\":7"), "outside a request nothing is left out");
    }

    [Test]
    public async Task What_is_read_only_is_not_sent_wherever_it_stands()
    {
        var user = new User { Either = new Profile { Views = 1, Text = "t" }, Audit = new Audit { By = "me" } };

        var body = await Exchange.BodyOf(RawResponse.Json(200, "{}"), c => new UsersClient(c).SaveAsync(user));

        Assert.That(body, Is.EqualTo("""{"either":{"text":"t"}}"""));
        Assert.That(user.Either.AsProfile()!.Views, Is.EqualTo(1));
    }

    [Test]
    public void What_is_deprecated_is_obsolete()
    {
        Assert.That(typeof(User).GetProperty("Nickname"), Has.Attribute<ObsoleteAttribute>());
        Assert.That(typeof(IUsersClient).GetMethod("OldAsync"), Has.Attribute<ObsoleteAttribute>());
        Assert.That(typeof(UsersClient).GetMethod("OldWithResponseAsync"), Has.Attribute<ObsoleteAttribute>());
        Assert.That(typeof(IUsersClient).Assembly.GetType("Plannr.Constructs.Access.OldUser"), Has.Attribute<ObsoleteAttribute>());
    }
}
