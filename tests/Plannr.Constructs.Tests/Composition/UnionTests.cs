using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Constructs.Unions;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Composition;

/// <summary>Tests oneOf and anyOf with and without a discriminator.</summary>
public sealed class UnionTests
{
    [Test]
    public async Task Union_is_sent_as_the_value_of_its_alternative()
    {
        var payment = new Payment
        {
            Id = 7,
            Means = new Card { Method = "card", Number = "1" },
            AnyMeans = new DateOnly(2026, 6, 8),
            Nested = Currency.Eur,
        };

        var body = await Exchange.BodyOf(RawResponse.Json(200, "{}"), c => new PaymentsClient(c).SetAsync(payment));

        Assert.That(body, Is.EqualTo("""{"id":7,"means":{"method":"card","number":"1"},"any_means":"2026-06-08","nested":"EUR"}"""));
    }

    [Test]
    public void Value_is_read_as_the_alternative_that_it_matches()
    {
        Assert.That(Id("\"a\"").AsString(), Is.EqualTo("a"));
        Assert.That(Id("\"a\"").AsInt64(), Is.Null);
        Assert.That(Id("7").AsInt64(), Is.EqualTo(7));
        Assert.That(Id("7").AsString(), Is.Null);
        Assert.That(Id("""["a"]""").AsStringList(), Is.EqualTo(new[] { "a" }));
        Assert.That(Id("true").Json, Is.EqualTo(new JValue(true)), "A value that matches no alternative must be kept.");

        static PaymentId Id(string json) => PlannrJson.Deserialize<Payment>($$"""{"id":{{json}}}""").Id!;
    }

    [Test]
    public void Properties_of_alternatives_beside_properties_become_properties_of_the_class()
    {
        const string Json = """{"text":"A","order":7,"by":"me","number":"1"}""";

        var purpose = PlannrJson.Deserialize<Purpose>(Json);

        Assert.That((purpose.Text, purpose.Order, purpose.By!.AsString(), purpose.Number), Is.EqualTo(("A", 7, "me", "1")));
        Assert.That(PlannrJson.IsSet(purpose, nameof(purpose.Invoice)), Is.False);
        Assert.That(JToken.DeepEquals(JToken.Parse(PlannrJson.Serialize(purpose)), JToken.Parse(Json)), Is.True);
    }

    [TestCase("debit", true, false)]
    [TestCase("iban", false, true)]
    [TestCase("cash", false, false)]
    public void Alternative_with_a_discriminator_is_chosen_by_its_value(string method, bool isCard, bool isTransfer)
    {
        var means = new Means(JToken.Parse($$"""{"method":"{{method}}","number":"1","iban":"2"}"""));

        Assert.That((means.AsCard() is not null, means.AsTransfer() is not null), Is.EqualTo((isCard, isTransfer)));
    }

    [Test]
    public void Alternative_without_a_discriminator_is_chosen_by_its_required_properties_or_format()
    {
        var means = new AnyMeans(JToken.Parse("""{"notes":[5,10]}"""));

        Assert.That(means.AsCard(), Is.Null);
        Assert.That(means.AsTransfer(), Is.Null);
        Assert.That(means.AsAnyMeansOption3()!.Notes, Is.EqualTo(new[] { 5, 10 }));
        Assert.That(new AnyMeans(new JValue("6ff8f7f6-1eb3-3525-be4a-3932c805afed")).AsGuid(), Is.EqualTo(Guid.Parse("6ff8f7f6-1eb3-3525-be4a-3932c805afed")));
        Assert.That(new AnyMeans(new JValue("6ff8f7f6-1eb3-3525-be4a-3932c805afed")).AsDateOnly(), Is.Null);
    }

    [TestCase("7", 7)]
    [TestCase("\"a\"", null)]
    [TestCase("""{"a":[1]}""", null)]
    public void Alternative_without_restrictions_accepts_any_JSON(string json, int? number)
    {
        var payment = PlannrJson.Deserialize<Payment>($$"""{"anything":{{json}}}""");

        Assert.That((payment.Anything!.AsInt64(), payment.Anything.IsKnown), Is.EqualTo(((long?)number, true)));
        Assert.That(PlannrJson.Serialize(payment), Is.EqualTo($$"""{"anything":{{json}}}"""));
    }

    [Test]
    public void Union_within_a_union_is_read_as_an_alternative()
    {
        var nested = PlannrJson.Deserialize<Payment>("""{"nested":{"method":"iban","iban":"2"}}""").Nested!;

        Assert.That(nested.AsAnyMeans()!.AsTransfer()!.Iban, Is.EqualTo("2"));
        Assert.That(nested.AsBoolean(), Is.Null);
    }

    [Test]
    public void Union_of_bytes_equals_the_union_that_is_received()
    {
        var blob = new PaymentBlob([1, 2, 3]);

        Assert.That(blob.AsBytes(), Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(PlannrJson.Deserialize<Payment>("""{"blob":"AQID"}""").Blob, Is.EqualTo(blob));
    }

    [Test]
    public void Null_is_read_if_an_alternative_is_nullable()
    {
        var payment = PlannrJson.Deserialize<Payment>("""{"blob":null,"blobs":[null,1]}""");

        Assert.That(payment.Blob, Is.Null);
        Assert.That(payment.Blobs!.Select(b => b?.AsInt64()), Is.EqualTo(new long?[] { null, 1 }));
    }

    [Test]
    public void Unions_with_the_same_JSON_are_equal()
    {
        PaymentId one = 7, same = 7, other = "7";

        Assert.That(one, Is.EqualTo(same));
        Assert.That(one.GetHashCode(), Is.EqualTo(same.GetHashCode()));
        Assert.That(one, Is.Not.EqualTo(other));
        Assert.That(one.Equals(null), Is.False);
    }

    [Test]
    public void Unions_of_different_types_are_not_equal_even_if_their_JSON_is()
    {
        Union id = new PaymentId(7), choice = new Anything(7);

        Assert.That(id.Json, Is.EqualTo(choice.Json));
        Assert.That(id.Equals(choice), Is.False);
    }

    [Test]
    public void Serializer_of_Newtonsoft_writes_the_read_only_properties_of_an_alternative()
        => Assert.That(JsonConvert.SerializeObject(new Access.UserEither(new Access.Profile { Views = 1 })), Is.EqualTo("""{"views":1}"""));

    [TestCase(200, """{"id":"a"}""")]
    [TestCase(202, """{"method":"card","number":"1"}""")]
    public async Task Successes_with_different_schemas_are_returned_as_a_union(int status, string body)
    {
        var response = await Exchange.ResultOf(RawResponse.Json(status, body), c => new PaymentsClient(c).SetWithResponseAsync(new Payment()));

        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That(status == 200 ? response.Value.AsPayment()!.Id!.AsString() : response.Value.AsCard()!.Number, Is.EqualTo(status == 200 ? "a" : "1"));
    }

    [TestCase("Prompt", "\"a\"", "String")]
    [TestCase("Prompt", "1", "")]
    [TestCase("Prompt", """["a"]""", "StringList")]
    [TestCase("Prompt", "[1,2]", "Int64List")]
    [TestCase("Prompt", "[1.5]", "")]
    [TestCase("Prompt", """["1",2]""", "")]
    [TestCase("Prompt", "[[1],[]]", "Int64ListList")]
    [TestCase("Prompt", """[["a"]]""", "")]
    [TestCase("Prompt", "[]", "StringList,Int64List,Int64ListList")]
    [TestCase("Prompt", """{"a":true}""", "BooleanDictionary")]
    [TestCase("Prompt", """{"a":["b"]}""", "StringListDictionary")]
    [TestCase("Prompt", """{"a":"true"}""", "")]
    [TestCase("Prompt", "{}", "BooleanDictionary,StringListDictionary")]
    [TestCase("Scalar", "true", "Boolean")]
    [TestCase("Scalar", "\"true\"", "Bytes")]
    [TestCase("Scalar", "-1", "Int32")]
    [TestCase("Scalar", "4294967296", "UInt64")]
    [TestCase("Scalar", "18446744073709551615", "UInt64")]
    [TestCase("Scalar", "18446744073709551616", "")]
    [TestCase("Scalar", "-2147483649", "")]
    [TestCase("Scalar", "1.5", "")]
    [TestCase("Scalar", "\"6ff8f7f6-1eb3-3525-be4a-3932c805afed\"", "Guid")]
    [TestCase("Scalar", "\"2026-06-08T16:08:03Z\"", "DateTimeOffset")]
    [TestCase("Scalar", "\"2026-06-08\"", "DateOnly")]
    [TestCase("Scalar", "\"https://example.test/\"", "Uri")]
    [TestCase("Scalar", "\"/relative\"", "")]
    [TestCase("Scalar", "\"\"", "Bytes")]
    [TestCase("Scalar", "\" \"", "")]
    [TestCase("Scalar", "\"AQI=\"", "Bytes")]
    [TestCase("Scalar", "\"auto\"", "Bytes,Automatic")]
    [TestCase("Choice", "\"auto\"", "Automatic")]
    [TestCase("Choice", "\"some\"", "ChoiceOption2")]
    [TestCase("Choice", "\"other\"", "")]
    [TestCase("Choice", "true", "Boolean")]
    [TestCase("Part", """{"type":"text","text":1}""", "TextPart")]
    [TestCase("Part", """{"type":"image"}""", "ImagePart")]
    [TestCase("Part", """{"type":"text","text":"a"}""", "")]
    [TestCase("Part", """{"type":"text","object":"other"}""", "")]
    [TestCase("Part", "{}", "")]
    [TestCase("Parts", """[{"method":"a","number":"1"}]""", "CardList")]
    [TestCase("Parts", """[{"method":"a","iban":"1"}]""", "TransferList")]
    [TestCase("Parts", """[{"method":"a","iban":"1"},{"method":"a","number":"1"}]""", "")]
    [TestCase("Parts", """[{"type":"image"},"a"]""", "PartList")]
    [TestCase("Parts", """[{"method":"a","number":1}]""", "")]
    [TestCase("Parts", """{"a":{"method":"a","number":"1"}}""", "CardDictionary")]
    [TestCase("Parts", """{"name":"a","size":1}""", "Closed")]
    [TestCase("Parts", """{"size":null}""", "Closed,Sized")]
    [TestCase("Parts", "[null]", "")]
    [TestCase("Parts", """{"size":"a","more":1}""", "Sized")]
    [TestCase("Parts", """{"size":"a","color":"green"}""", "")]
    [TestCase("Gaps", "[null]", "StringList")]
    [TestCase("Gaps", """[null,"a"]""", "StringList")]
    [TestCase("Gaps", "[null,1]", "")]
    [TestCase("Gaps", """{"a":null}""", "CardDictionary")]
    [TestCase("Visitor", """{"name":"a"}""", "Member")]
    [TestCase("Visitor", """{"code":"a"}""", "Guest")]
    [TestCase("Outer", "\"a\"", "Prompt,Part")]
    [TestCase("Outer", "[1]", "Prompt")]
    [TestCase("Outer", "1", "Double")]
    [TestCase("Outer", "true", "Choice")]
    [TestCase("Outer", """{"type":"text"}""", "Part")]
    [TestCase("Outer", """{"type":"other"}""", "")]
    [TestCase("Outer", "[true]", "")]
    public void Only_the_alternatives_that_match_are_not_null(string union, string json, string alternatives)
    {
        var payment = PlannrJson.Deserialize<Payment>($$"""{"{{union.ToLowerInvariant()}}":{{json}}}""");
        var value = (Union)typeof(Payment).GetProperty(union)!.GetValue(payment)!;

        Assert.That(string.Join(",", Alternatives(value)), Is.EqualTo(alternatives));
        Assert.That(value.IsKnown, Is.EqualTo(alternatives.Length > 0));
        Assert.That(PlannrJson.Serialize(payment), Is.EqualTo($$"""{"{{union.ToLowerInvariant()}}":{{json}}}"""), "A value must be kept, even if it matches no alternative.");
    }

    [Test]
    public async Task Union_created_from_an_alternative_equals_the_received_one_and_matches_nothing_else()
    {
        Prompt prompt = new([1, 2]);

        var result = await Exchange.ResultOf(RawResponse.Json(200, """{"prompt":[1,2]}"""), c => new PaymentsClient(c).SetAsync(new Payment { Prompt = prompt }));

        Assert.That(result.AsPayment()!.Prompt, Is.EqualTo(prompt));
        Assert.That(Alternatives(prompt), Is.EqualTo(new[] { "Int64List" }));
    }

    // Each level has two alternatives. Without a cache, 60 levels would require 2^60 attempts.
    [Test]
    public async Task Deeply_nested_value_that_matches_no_alternative_is_rejected_quickly()
    {
        const int Levels = 60;
        var json = string.Concat(Enumerable.Repeat("""{"of":""", Levels)) + "1" + new string('}', Levels);

        var left = await Task.Run(() => new Tree(JToken.Parse(json)).AsLeft()).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.That(left, Is.Null);
        Assert.That(new Tree(JToken.Parse(json.Replace("1", "\"a\"", StringComparison.Ordinal))).AsLeft(), Is.Not.Null);
    }

    private static IEnumerable<string> Alternatives(Union value)
        => value.GetType().GetMethods().Where(m => m.Name.StartsWith("As", StringComparison.Ordinal) && m.DeclaringType == value.GetType()).Where(m => m.Invoke(value, null) is not null).Select(m => m.Name[2..]);
}
