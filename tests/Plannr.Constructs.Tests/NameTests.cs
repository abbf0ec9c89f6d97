using Plannr.Constructs.Names;
using Plannr.Generated;

namespace Plannr.Constructs.Tests;

/// <summary>Tests names that are not identifiers, are keywords, or are already used. Each keeps its name on the wire.</summary>
public sealed class NameTests
{
    [Test]
    public async Task Parameters_are_sent_with_the_names_in_the_contract()
    {
        var target = await Exchange.RequestOf(RawResponse.Json(200, "{}"), c => new NamesClient(c).GetAsync(
            "1", "2", "3", new TaskModel { Task = "a" }, class2: "4", filterName: "5", top: "6", response2: "7", cancellationToken2: "8", body2: "9", star: "10"));

        Assert.That(target, Does.StartWith("GET /names/1/2/3?class=4&filter%5Bname%5D=5&%24top=6&response=7&cancellationToken=8&body=9&%2A%2A%2A=10 HTTP/1.1\n"));
        Assert.That(Exchange.Body(target), Is.EqualTo("""{"task":"a"}"""));
    }

    [Test]
    public async Task Exception_for_a_parameter_that_is_a_keyword_has_its_name_without_the_at_sign()
        => Assert.That((await Exchange.ArgumentExceptionOf(c => new NamesClient(c).GetAsync("", "2", "3", new TaskModel()))).ParamName, Is.EqualTo("class"));

    [Test]
    public async Task Operations_whose_names_differ_only_in_the_suffix_Async_have_separate_methods()
    {
        Assert.That(await Exchange.TargetOf(c => new NamesClient(c).ConvertAsync()), Is.EqualTo("/convert"));
        Assert.That(await Exchange.TargetOf(c => new NamesClient(c).ConvertAsyncAsync()), Is.EqualTo("/convert/async"));
    }

    [Test]
    public async Task Schema_named_Exception_is_a_class_of_the_contract()
    {
        var response = RawResponse.Json(400, """{"AdditionalProperties":{"JsonFormats":"a"}}""");
        await using var server = RawServer.Answering(response);
        using var httpClient = server.CreateClient();

        var exception = Assert.ThrowsAsync<PlannrApiException<ExceptionModel>>(() => new NamesClient(httpClient).ConvertAsync());

        Assert.That(exception!.Error.AdditionalProperties2!.JsonFormats2, Is.EqualTo("a"));
    }

    [Test]
    public void Properties_are_written_and_read_with_the_names_in_the_contract()
    {
        var value = new OddName
        {
            OddName2 = "a",
            CreatedAt = "b",
            CreatedAt2 = "c",
            CreatedAtSpecified = "d",
            Value2ndValue = "e",
            Type = "f",
            Ref = "g",
            Ref2 = "m",
            QuoTed = "h",
            Größe = "i",
            GetHashCode2 = 1,
            AdditionalProperties2 = "j",
            String = "k",
            Value = "l",
        };

        const string Json = """
            {"OddName":"a","created_at":"b","createdAt":"c","CreatedAtSpecified":"d","2nd-value":"e","@type":"f","$ref_":"g","$ref":"m","quo\"ted\\":"h","größe":"i","GetHashCode":1,"AdditionalProperties":"j","string":"k","":"l"}
            """;
        Assert.That(PlannrJson.Serialize(value), Is.EqualTo(Json));
        Assert.That(PlannrJson.Serialize(PlannrJson.Deserialize<OddName>(Json)), Is.EqualTo(Json));
    }
}
