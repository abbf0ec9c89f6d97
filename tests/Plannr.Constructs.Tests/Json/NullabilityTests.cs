using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Constructs.Nullability;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Tests null in lists, dictionaries, parameters, bodies, responses, and unions, in referenced and inline schemas.</summary>
public sealed class NullabilityTests
{
    private const string Nulls = """
        {"word":null,"count":null,"words":[null,"a"],"map":{"a":null,"b":[null]},"thing":null,"renamed":null,"both":null,"choice":null,"or_null":null,"in_place_or_null":null,"wrapped":null,"nested":null,"choices":[null,[1,null]],"things":{"a":null},"lists":[null,[null]],"maps":{"a":null,"b":{"c":null}},"dates":[null,"2026-06-08"],"bytes":[null,"AQID"],"anything":[null,1]}
        """;

    [Test]
    public async Task Map_of_nullable_enumeration_values_is_read()
    {
        var words = await Exchange.ResultOf(RawResponse.Json(200, """{"a":null,"b":"a"}"""), c => new WordsClient(c).GetAsync(null, null, null));

        Assert.That(words, Is.EqualTo(new Dictionary<string, Word?> { ["a"] = null, ["b"] = Word.A }));
    }

    [Test]
    public async Task Null_is_kept_wherever_the_contract_allows_it()
    {
        var result = default(Thing);

        var body = await Exchange.BodyOf(RawResponse.Json(200, Nulls), async c => result = await new WordsClient(c).EchoAsync(PlannrJson.Deserialize<Thing>(Nulls)));

        Assert.That(body, Is.EqualTo(Nulls));
        Assert.That(PlannrJson.Serialize(result!), Is.EqualTo(Nulls));
    }

    [Test]
    public void Null_is_kept_by_Newtonsofts_serializer()
    {
        using var text = new StringWriter();
        using var reader = new JsonTextReader(new StringReader(Nulls));

        PlannrJson.CreateSerializer().Serialize(text, PlannrJson.CreateSerializer().Deserialize<Thing>(reader));

        Assert.That(text.ToString(), Is.EqualTo(Nulls));
    }

    [Test]
    public async Task Null_for_a_required_body_is_sent_as_JSON_null()
    {
        Assert.That(await Exchange.BodyOf(RawResponse.Json(200, "null"), c => new WordsClient(c).SetAsync(null)), Is.EqualTo("null"));
        Assert.That(await Exchange.BodyOf(RawResponse.Json(200, "null"), c => new WordsClient(c).ChangeAsync(null)), Is.EqualTo("null"));
        Assert.That(await Exchange.BodyOf(RawResponse.Json(200, "null"), c => new WordsClient(c).EchoAsync(null)), Is.EqualTo("null"));
    }

    [Test]
    public async Task Null_for_an_optional_body_is_not_sent()
        => Assert.That(await Exchange.BodyOf(RawResponse.Json(200, "null"), c => new WordsClient(c).RemoveAsync(null)), Is.Empty);

    [Test]
    public async Task Null_response_is_returned_as_null()
    {
        Assert.That(await Exchange.ResultOf(RawResponse.Json(200, "null"), c => new WordsClient(c).SetAsync(Word.A)), Is.Null);
        Assert.That(await Exchange.ResultOf(RawResponse.Json(200, "null"), c => new WordsClient(c).ChangeAsync([])), Is.Null);
        Assert.That(await Exchange.ResultOf(RawResponse.Json(200, "null"), c => new WordsClient(c).EchoAsync(new Thing())), Is.Null);
        Assert.That(await Exchange.ResultOf(RawResponse.Json(202, "null"), c => new WordsClient(c).RemoveAsync()), Is.Null);
    }

    [Test]
    public async Task Null_parameter_is_not_sent()
    {
        Assert.That(await Exchange.TargetOf(Call(null, null, null)), Is.EqualTo("/words"));
        Assert.That(await Exchange.TargetOf(Call([Word.A, null], 7, Word.B)), Is.EqualTo("/words?words=a&count=7&word=b"));

        static Func<HttpClient, Task> Call(IEnumerable<Word?>? words, long? count, Word? word) => async c =>
        {
            try
            {
                await new WordsClient(c).GetAsync(words, count, xWord: null, word);
            }
            catch (PlannrApiException)
            {
                // The server responds with an undocumented 204, which does not matter here.
            }
        };
    }

    [TestCase("\"a\"", "Word")]
    [TestCase("7", "Int64")]
    [TestCase("[7,null]", "Int64List")]
    [TestCase("""{"id":"a"}""", "Plain")]
    public void Nullable_alternative_is_distinguished_from_the_others(string json, string alternative)
    {
        var choice = new Choice(JToken.Parse(json));

        var fits = new (string Name, object? Value)[] { ("Word", choice.AsWord()), ("Int64", choice.AsInt64()), ("Int64List", choice.AsInt64List()), ("Plain", choice.AsPlain()) };
        Assert.That(fits.Where(f => f.Value is not null).Select(f => f.Name), Is.EqualTo(new[] { alternative }));
    }

    [TestCase("""{"choices":[{"id":null}]}""")]
    [TestCase("""{"or_null":{"id":null}}""")]
    public void Null_property_of_a_nested_class_is_kept(string json) => Assert.That(PlannrJson.Serialize(PlannrJson.Deserialize<Thing>(json)), Is.EqualTo(json));
}
