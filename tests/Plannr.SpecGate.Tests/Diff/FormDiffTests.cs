namespace Plannr.SpecGate.Tests.Diff;

/// <summary>The impact of changes to the parts of a form on callers of the API and on users of the generated C#.</summary>
public sealed class FormDiffTests
{
    private const string Image = "image: { contentType: 'image/png, image/jpeg' }";
    private const string Tags = "tags: { style: form }";

    [TestCase("image/png, image/jpeg", "image/png", "request-body-encoding-content-type-removed breaking")]
    [TestCase("image/png, image/jpeg", "image/jpeg, image/png, image/gif", "request-body-encoding-content-type-added compatible")]
    [TestCase(Image, "image: { contentType: application/octet-stream }", "request-body-encoding-content-type-added compatible", "request-body-encoding-content-type-removed breaking ×2")]
    [TestCase(Image, Image + "\n              name: { contentType: text/plain }")]
    [TestCase(Image, Image + "\n              count: { contentType: text/plain }\n              ratio: { contentType: text/plain }\n              done: { contentType: text/plain }")]
    [TestCase("contentType: 'image/png, image/jpeg'", "style: form", "request-body-encoding-content-type-added compatible", "request-body-encoding-content-type-removed breaking ×2")]
    [TestCase(Image, Image + "\n              name: { contentType: text/html }", "request-body-encoding-content-type-added compatible", "request-body-encoding-content-type-removed breaking")]
    [TestCase(Image, Image + "\n              more: { contentType: application/json }")]
    [TestCase(Image, Image + "\n              gone: { contentType: text/html }")]
    [TestCase(Tags, "tags: { explode: true, contentType: text/plain }")]
    [TestCase(Tags, "tags: { explode: false }", "request-body-encoding-style-changed breaking")]
    [TestCase(Tags, "tags: { style: pipeDelimited }", "request-body-encoding-style-changed breaking")]
    [TestCase(Tags, "tags: { allowReserved: true }", "request-body-encoding-allow-reserved-changed risky")]
    [TestCase("format: binary", "format: byte", "C#: property-type-changed breaking", "request-property-type-changed breaking")]
    public void Change_has_the_expected_impact(string from, string to, params string[] expected)
        => Assert.That(ContractPair.Change("forms.yaml", from, to), Is.EqualTo(expected));
}
