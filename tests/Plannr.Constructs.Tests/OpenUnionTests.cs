using Plannr.Constructs.OpenUnions;
using Plannr.Generated;

namespace Plannr.Constructs.Tests;

/// <summary>Unions with alternatives that ask for little: any value, or properties that are never received.</summary>
public sealed class OpenUnionTests
{
    [TestCase("\"high\"", true)]
    [TestCase("\"dim\"", false)]
    [TestCase("7", false)]
    [TestCase("""{"level":[1.50]}""", false)]
    public void Alternative_without_a_type_keeps_any_value(string json, bool isWord)
    {
        var account = PlannrJson.Deserialize<Account>($$"""{"setting":{{json}}}""");

        Assert.That(account.Setting!.AsWord() is not null, Is.EqualTo(isWord));
        Assert.That(PlannrJson.Serialize(account), Is.EqualTo($$"""{"setting":{{json}}}"""));
    }

    [Test]
    public void Alternative_is_received_without_its_required_secret()
    {
        var key = PlannrJson.Deserialize<Account>("""{"access":{"key_id":"k1"}}""").Access!;
        var login = PlannrJson.Deserialize<Account>("""{"access":{"user":"me"}}""").Access!;

        Assert.That((key.AsKey()?.KeyId, key.AsLogin()), Is.EqualTo(("k1", (Login?)null)));
        Assert.That((login.AsLogin()?.User, login.AsKey()), Is.EqualTo(("me", (Key?)null)));
    }
}
