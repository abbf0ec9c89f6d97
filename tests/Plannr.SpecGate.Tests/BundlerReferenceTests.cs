using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Reporting;

namespace Plannr.SpecGate.Tests;

/// <summary>References that only a bundler resolves are reported. Values that only look like references are not.</summary>
public sealed class BundlerReferenceTests
{
    [TestCase("paths: { $ref: paths.yaml }", "(3,16)")]
    [TestCase("paths: { /a: { get: { parameters: { $ref: parameters.yaml } } } }", "(3,43)")]
    [TestCase("paths: { /a: { get: { responses: { $ref: responses.yaml } } } }", "(3,42)")]
    [TestCase("paths: {}\ncomponents: { $ref: components.yaml }", "(4,21)")]
    [TestCase("paths: {}\ncomponents: { schemas: { $ref: schemas.yaml } }", "(4,32)")]
    [TestCase("paths: {}\ncomponents: { schemas: { A: { type: object, properties: { $ref: properties.yaml } } } }", "(4,65)")]
    [TestCase("paths: {}\ncomponents: { schemas: { A: { $ref: 'http://example.test/a.json#/A' } } }", "(4,37)")]
    public void Reference_that_only_a_bundler_resolves_is_reported_at_its_position(string part, string place)
        => Assert.That(Bundles(part), Is.EqualTo(new[] { place }));

    [Test]
    public void Thousands_of_web_references_are_reported_once_with_their_count()
    {
        var findings = Find("paths: {}\ncomponents: { schemas: {\n" + string.Concat(Enumerable.Range(0, 3_000).Select(i => $"  A{i}: {{ $ref: 'https://example.test/{i}.json' }},\n")) + "} }");

        Assert.That(
            findings.Select(f => f.ToString()),
            Is.EqualTo(new[] { "contract.yaml(5,15): error OAS015: 'https://example.test/0.json' refers to a document on the web, which a build does not download. The document has 2999 more references of this kind. Bundle the document, and make the result the contract: npx @redocly/cli bundle contract.yaml -o bundled.yaml" }));
    }

    [TestCase("paths: {}\ncomponents: { schemas: { A: { type: object, properties: { $ref: { type: string } } } } }")]
    [TestCase("paths: {}\ncomponents: { schemas: { A: { type: object, example: { $ref: 'https://example.test/' }, enum: [{ $ref: 'https://example.test/' }] } } }")]
    [TestCase("paths: {}\ncomponents: { schemas: { A: { type: object, x-a: { $ref: 'https://example.test/' } } } }")]
    [TestCase("paths: {}\ncomponents: { schemas: { A: { type: object, discriminator: { propertyName: a, mapping: { $ref: '#/components/schemas/A' } } } } }")]
    public void Value_that_looks_like_a_reference_is_not_reported(string part) => Assert.That(Bundles(part), Is.Empty);

    private static IEnumerable<string> Bundles(string part)
        => Find(part).Where(f => f.Rule == Rule.NotBundled).Select(f => $"({f.Mark.Line},{f.Mark.Column})");

    private static Findings Find(string part)
    {
        var findings = new Findings();
        OpenApiContract.Parse("contract.yaml", "openapi: 3.0.3\ninfo: { title: Parts, version: 1.0.0 }\n" + part + "\n", findings);
        return findings;
    }
}
