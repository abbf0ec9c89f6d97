using System.Text;
using Newtonsoft.Json.Linq;
using Plannr.Constructs.Constants31;
using Plannr.Constructs.Containers31;
using Plannr.Constructs.Contents31;
using Plannr.Constructs.Media32;
using Plannr.Constructs.Nulls31;
using Plannr.Constructs.References31;
using Plannr.Constructs.Types31;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests;

/// <summary>Tests the requests and responses of contracts in OpenAPI 3.1 and 3.2.</summary>
public sealed class LaterVersionTests
{
    private const string Nulls = """
        {"text":null,"count":null,"parent":null,"editor":null,"place":null,"marks":[null,1],"authors":{"a":null,"b":{"name":"Ann"}},"color":null,"state":null,"value":null,"nothing":null,"never":null}
        """;

    private const string Types = """
        {"id":7,"stop":["a","b"],"any":{"x":[1]},"number":12,"flag":"auto","model":"huge","parts":["a",{"text":"b"}],"above":0.5}
        """;

    private const string Constants = """
        {"object":"list","version":7,"active":true,"ratio":0.5,"origin":{"x":0},"path":["a","b"],"priority":2,"pet":{"kind":"dog","tricks":["roll"]},"event":{"type":"removed","by":"Ann"}}
        """;

    private const string Containers = """
        {"pair":["a",1],"point":[0.5,1.25],"list":[1,"a",null],"labels":{"x-a":"b"},"loose":{"x-a":"b","other":1},"names":{"a":1,"b":null},"rest":{"id":1,"more":"text"},"anything":[true],"nothing":1,"closed":{"id":1,"name":"a"}}
        """;

    private const string Contents = """
        {"key":"AQID","picture":null,"token":"_-8","settings":"{\u0022a\u0022:1}"}
        """;

    private const string References = """
        {"first":{"title":"A","next":{"title":"B"}},"last":{"title":"C","position":3},"size":{"width":1.5},"label":{"text":"D"}}
        """;

    [Test]
    public async Task Null_is_sent_and_read_wherever_an_OpenAPI_3_1_contract_allows_it()
        => await Echo(Nulls, async (client, text) => PlannrJson.Serialize((await new NullsClient(client).SendAsync(PlannrJson.Deserialize<Nulls31.Note>(text)))!));

    [Test]
    public async Task Null_body_is_sent_and_null_response_is_read_in_OpenAPI_3_1()
    {
        var result = new Nulls31.Note();

        var body = await Exchange.BodyOf(RawResponse.Json(200, "null"), async c => result = await new NullsClient(c).SendAsync(null));

        Assert.That(body, Is.EqualTo("null"));
        Assert.That(result, Is.Null);
    }

    [Test]
    public async Task Null_parameter_is_not_sent_in_OpenAPI_3_1()
        => Assert.That(await Exchange.RequestOf(RawResponse.Json(200, "null"), c => new NullsClient(c).SendAsync(null, tag: null, size: 3)), Does.StartWith("POST /notes?size=3 HTTP/1.1\n"));

    [Test]
    public async Task Property_of_several_types_is_read_as_the_type_of_its_value()
    {
        var mixture = await Echo(Types, (c, text) => new TypesClient(c).SaveAsync(PlannrJson.Deserialize<Mixture>(text)!));

        Assert.That((mixture.Id!.AsInt64(), mixture.Id.AsString()), Is.EqualTo((7L, default(string))));
        Assert.That((mixture.Stop!.AsStringList(), mixture.Stop.AsString()), Is.EqualTo((new[] { "a", "b" }, default(string))));
        Assert.That(mixture.Any, Is.EqualTo(JToken.Parse("""{"x":[1]}""")).Using<JToken>(JToken.DeepEquals));
        Assert.That(mixture.Number, Is.EqualTo(12));
        Assert.That((mixture.Flag!.AsMixtureFlagOption2(), mixture.Flag.AsBoolean()), Is.EqualTo((MixtureFlagOption2.Auto, default(bool?))));
        Assert.That((mixture.Model!.AsString(), mixture.Model.AsMixtureModelOption2()), Is.EqualTo(("huge", default(MixtureModelOption2?))));
        Assert.That(mixture.Parts![1].AsMixturePartsItemOption2()!.Text, Is.EqualTo("b"));
    }

    [Test]
    public async Task Constants_of_every_type_are_sent_and_read()
    {
        var constants = await Echo(Constants, (c, text) => new ConstantsClient(c).SaveAsync(PlannrJson.Deserialize<Constants31.Constants>(text)!));

        Assert.That(constants.Object, Is.EqualTo(ConstantsObject.List));
        Assert.That(constants.Version, Is.EqualTo(ConstantsVersion.Value7));
        Assert.That(constants.Priority, Is.EqualTo(Priority.High));
        Assert.That((constants.Pet!.AsDog()!.Tricks, constants.Pet.AsCat()), Is.EqualTo((new[] { "roll" }, default(Cat))));
        Assert.That((constants.Event!.AsRemoved()!.By, constants.Event.AsCreated()), Is.EqualTo(("Ann", default(Created))));
    }

    [Test]
    public async Task Value_that_differs_from_the_constant_is_kept()
        => await Echo("""{"object":"page","version":8,"priority":3}""", (c, text) => new ConstantsClient(c).SaveAsync(PlannrJson.Deserialize<Constants31.Constants>(text)!));

    [Test]
    public async Task Containers_of_OpenAPI_3_1_are_sent_and_read_without_loss()
    {
        var containers = await Echo(Containers, (c, text) => new ContainersClient(c).SaveAsync(PlannrJson.Deserialize<Containers31.Containers>(text)!));

        Assert.That(containers.Point, Is.EqualTo(new[] { 0.5, 1.25 }));
        Assert.That(containers.Labels, Is.EqualTo(new Dictionary<string, string> { ["x-a"] = "b" }));
        Assert.That(containers.Names, Is.EqualTo(new Dictionary<string, long?> { ["a"] = 1, ["b"] = null }));
        Assert.That((containers.Closed!.Id, containers.Closed.Name), Is.EqualTo((1L, "a")));
    }

    [Test]
    public async Task Operation_without_documented_responses_succeeds()
        => Assert.That(await Exchange.RequestOf(c => new ContainersClient(c).DeleteAsync()), Does.StartWith("DELETE /containers HTTP/1.1\n"));

    [Test]
    public async Task Base64_content_is_read_as_bytes_and_other_encodings_as_strings()
    {
        var contents = await Echo(Contents, (c, text) => new ContentsClient(c).SaveAsync(PlannrJson.Deserialize<Contents31.Contents>(text)!));

        Assert.That(contents.Key, Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That((contents.Picture, contents.Token, contents.Settings), Is.EqualTo((default(byte[]), "_-8", """{"a":1}""")));
    }

    [Test]
    public async Task Form_properties_with_a_media_type_are_sent_as_files()
    {
        var file = new ApiFile(new MemoryStream("one"u8.ToArray()), "one.bin");
        var picture = new ApiFile(new MemoryStream("two"u8.ToArray()), "two.png", "image/png");

        var request = await Exchange.RequestOf(c => new ContentsClient(c).UploadAsync(new() { File = file, More = [picture], Note = "three" }));

        Assert.That(request, Does.Contain("one.bin").And.Contain("\n\none\n").And.Contain("Content-Type: image/png").And.Contain("\n\ntwo\n").And.Contain("\n\nthree\n"));
    }

    [Test]
    public async Task Body_without_a_schema_is_a_file_unless_it_is_text_or_JSON()
    {
        var request = await Exchange.RequestOf(c => new ContentsClient(c).ReplaceAsync(new ApiFile(new MemoryStream("bytes"u8.ToArray()))));

        Assert.That(Exchange.Header(request, "Content-Type"), Is.EqualTo("application/octet-stream"));
        Assert.That(Exchange.Body(request), Is.EqualTo("bytes"));
        Assert.That(await Content(c => new ContentsClient(c).DownloadAsync()), Is.EqualTo("data"));
        Assert.That(await Content(c => new ContentsClient(c).ConvertAsync(new ApiFile(new MemoryStream("bytes"u8.ToArray())))), Is.EqualTo("data"));
    }

    [Test]
    public async Task References_of_OpenAPI_3_1_are_resolved()
    {
        var shelf = await Echo(References, (c, text) => new ReferencesClient(c).SaveAsync(1, PlannrJson.Deserialize<Shelf>(text)!));

        Assert.That((shelf.Last!.Title, shelf.Last.Position, shelf.Size!.Width, shelf.Label!.Text), Is.EqualTo(("C", 3L, 1.5, "D")));
    }

    [Test]
    public async Task Media_type_reference_of_OpenAPI_3_2_is_resolved()
        => await Echo("""{"text":null}""", (c, text) => new MediaClient(c).SaveAsync(PlannrJson.Deserialize<Media32.Note>(text)!));

    // Asserts that the JSON is sent and read without a change, and returns the object that is read.
    private static async Task<T> Echo<T>(string text, Func<HttpClient, string, Task<T>> call)
    {
        var result = default(T);

        var sent = await Exchange.BodyOf(RawResponse.Json(200, text), async c => result = await call(c, text));

        var wanted = JToken.Parse(text);
        Assert.That(JToken.Parse(sent), Is.EqualTo(wanted).Using<JToken>(JToken.DeepEquals));
        Assert.That(JToken.Parse(result as string ?? PlannrJson.Serialize((ApiObject)(object)result!)), Is.EqualTo(wanted).Using<JToken>(JToken.DeepEquals));
        return result!;
    }

    private static async Task<string> Content(Func<HttpClient, Task<ApiFile>> call)
        => await Exchange.ResultOf(RawResponse.Of(200, "data"u8.ToArray(), "Content-Type: application/octet-stream"), async c =>
        {
            using var file = await call(c);
            using var reader = new StreamReader(file.Content, Encoding.UTF8);
            return await reader.ReadToEndAsync();
        });
}
