using Plannr.Constructs.OpenUnions;
using Plannr.Generated;
using Account = Plannr.Constructs.OpenUnions.Account;
using Login = Plannr.Constructs.OpenUnions.Login;

namespace Plannr.Constructs.Tests.Composition;

/// <summary>Tests unions with alternatives that accept any value, or that require properties that are never received.</summary>
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

    [TestCase("""{"unit":"kg","a":1.5}""", true, false)]
    [TestCase("""{"unit":"en","a":"b","c":null}""", false, true)]
    [TestCase("""{"unit":"kg"}""", true, true)]
    [TestCase("""{"a":true}""", false, false)]
    public void Alternative_with_typed_additional_properties_is_chosen_by_their_type(string json, bool isWeights, bool isNames)
    {
        var labels = PlannrJson.Deserialize<Account>($$"""{"labels":{{json}}}""").Labels!;

        Assert.That((labels.AsWeights() is not null, labels.AsNames() is not null), Is.EqualTo((isWeights, isNames)));
    }

    [TestCase("\"2026-01-02\"", false, true)]
    [TestCase("\"high\"", true, false)]
    [TestCase("1.5", true, false)]
    public void Union_within_a_union_does_not_match_an_unknown_enumeration_value(string json, bool isLevel, bool isDate)
    {
        var since = PlannrJson.Deserialize<Account>($$"""{"since":{{json}}}""").Since!;

        Assert.That((since.AsLevel() is not null, since.AsDateOnly() is not null), Is.EqualTo((isLevel, isDate)));
    }

    [TestCase("[12.50,1E+300,-0.10]")]
    [TestCase("[1E-300,\"1e300 \\\"-\",12345678901234567890,-12.50,{\"-\":0.10}]")]
    [TestCase("12.50,\"a\":1.20,\"b\":-1E+300,\"c\":0.30")]
    public void Numbers_keep_their_digits_beside_one_that_does_not_fit_a_decimal(string json)
        => Assert.That(PlannrJson.Serialize(PlannrJson.Deserialize<Account>($$"""{"setting":{{json}}}""")), Is.EqualTo($$"""{"setting":{{json}}}"""));

    [Test]
    public void Numbers_of_a_long_text_keep_their_digits_beside_one_that_does_not_fit_a_decimal()
    {
        var json = $"[{string.Join(",", Enumerable.Range(0, 3000).Select(i => i % 3 == 0 ? $"{i}.50" : i % 3 == 1 ? $"\"😀{i}\"" : "1E+300"))}]";

        Assert.That(PlannrJson.Serialize(PlannrJson.Deserialize<Account>($$"""{"setting":{{json}}}""")), Is.EqualTo($$"""{"setting":{{json}}}"""));
    }

    [Test]
    public void Alternative_matches_without_its_required_write_only_property()
    {
        var key = PlannrJson.Deserialize<Account>("""{"access":{"key_id":"k1"}}""").Access!;
        var login = PlannrJson.Deserialize<Account>("""{"access":{"user":"me"}}""").Access!;

        Assert.That((key.AsKey()?.KeyId, key.AsLogin()), Is.EqualTo(("k1", (Login?)null)));
        Assert.That((login.AsLogin()?.User, login.AsKey()), Is.EqualTo(("me", (Key?)null)));
    }
}
