using Plannr.Runtime.Responses;
using Plannr.SpecGate.Contract;

namespace Plannr.ContractFuzz.Tests;

/// <summary>The spec gate and the runtime share no code, but must agree on which media types are JSON.</summary>
public sealed class JsonMediaTypeTests
{
    [TestCase("application/json", ExpectedResult = true)]
    [TestCase("APPLICATION/JSON", ExpectedResult = true)]
    [TestCase("text/json", ExpectedResult = true)]
    [TestCase("application/problem+json", ExpectedResult = true)]
    [TestCase("application/vnd.api+JSON", ExpectedResult = true)]
    [TestCase("application/jsonl", ExpectedResult = false)]
    [TestCase("application/json-seq", ExpectedResult = false)]
    [TestCase("application/x-json", ExpectedResult = false)]
    [TestCase("application/xml", ExpectedResult = false)]
    [TestCase("text/plain", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    public bool Gate_and_runtime_agree_on_whether_a_media_type_is_JSON(string mediaType)
    {
        Assert.That(BufferedResponse.IsJson(mediaType), Is.EqualTo(MediaTypes.IsJson(mediaType)));
        return MediaTypes.IsJson(mediaType);
    }
}
