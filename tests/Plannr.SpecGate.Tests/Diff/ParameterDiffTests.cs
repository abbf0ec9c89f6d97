namespace Plannr.SpecGate.Tests.Diff;

/// <summary>The impact of each change of a parameter on callers of the API and, separately, on users of the generated C#.</summary>
public sealed class ParameterDiffTests
{
    private const string Id = "- { name: id, in: path, required: true, schema: { type: string, format: uuid } }";
    private const string One = "- { name: one, in: query, required: true, schema: { type: string } }";
    private const string Two = "- { name: two, in: query, required: true, schema: { type: integer } }";
    private const string Three = "- { name: three, in: query, schema: { type: string, default: none } }";
    private const string Four = "- { name: four, in: query, schema: { type: array, items: { type: string } } }";
    private const string Five = "- { name: five, in: header, schema: { type: array, items: { type: string } } }";
    private const string Six = "- { name: six, in: query, content: { application/json: { schema: { type: object, properties: { x: { type: integer } } } } } }";
    private const string Next = "\n        ";
    private const string Seven = "- { name: seven, in: query, schema: { type: string } }";

    // Order of the arguments: required parameters, a required body, optional parameters, an optional body.
    [TestCase(One + Next + Two, Two + Next + One, "C#: argument-order-changed breaking")]
    [TestCase(Three + Next + Four, Four + Next + Three, "C#: argument-order-changed breaking")]
    [TestCase(Two + Next + Three, Three + Next + Two)]
    [TestCase("requestBody:\n", "requestBody:\n        required: true\n", "C#: argument-became-required breaking", "C#: argument-order-changed breaking", "request-body-became-required breaking")]
    [TestCase("name: one, in: query, required: true,", "name: one, in: query,", "C#: argument-became-optional risky", "C#: argument-order-changed breaking", "request-parameter-became-optional compatible")]
    [TestCase("name: two, in: query, required: true,", "name: two, in: query,", "C#: argument-became-optional risky", "request-parameter-became-optional compatible")]
    [TestCase("name: three, in: query,", "name: three, in: query, required: true,", "C#: argument-became-required breaking", "request-parameter-became-required breaking")]
    [TestCase("name: four, in: query,", "name: four, in: query, required: true,", "C#: argument-became-required breaking", "C#: argument-order-changed breaking", "request-parameter-became-required breaking")]
    [TestCase(Three, Seven + Next + Three, "C#: argument-added breaking", "new-optional-request-parameter compatible")]
    [TestCase(Six, Six + Next + Seven, "C#: argument-added breaking", "new-optional-request-parameter compatible")]
    [TestCase(Three, "# none", "C#: argument-removed breaking", "request-parameter-removed risky")]

    // Location.
    [TestCase("name: three, in: query,", "name: three, in: header,", "request-parameter-moved breaking")]
    [TestCase(Three, Three + Next + "- { name: three, in: header, schema: { type: string } }", "C#: argument-added breaking", "new-optional-request-parameter compatible")]
    [TestCase("name: three, in: query, schema: { type: string,", "name: three, in: cookie, schema: { type: string, format: uuid,", "C#: argument-type-changed breaking", "request-parameter-moved breaking", "request-property-type-changed breaking")]
    [TestCase(Three + Next + Four, Four + Next + "- { name: three, in: header, schema: { type: string, default: none } }", "C#: argument-order-changed breaking", "request-parameter-moved breaking")]

    // Serialization.
    [TestCase("name: four, in: query,", "name: four, in: query, style: form, explode: true,")]
    [TestCase("name: four, in: query,", "name: four, in: query, explode: false,", "request-parameter-style-changed breaking")]
    [TestCase("name: four, in: query,", "name: four, in: query, style: pipeDelimited,", "request-parameter-style-changed breaking ×2")]
    [TestCase("name: four, in: query,", "name: four, in: query, style: pipeDelimited, explode: true,", "request-parameter-style-changed breaking")]
    [TestCase("name: three, in: query,", "name: three, in: query, explode: false,", "request-parameter-style-changed compatible")]
    [TestCase("{ type: string, format: uuid }", "{ type: string, format: uuid }, explode: true", "request-parameter-style-changed compatible")]
    [TestCase("name: five, in: header,", "name: five, in: header, style: simple, explode: false,")]
    [TestCase("name: five, in: header,", "name: five, in: header, explode: true,", "request-parameter-style-changed breaking")]
    [TestCase("name: three, in: query,", "name: three, in: query, allowReserved: true,", "request-parameter-allow-reserved-changed risky")]
    [TestCase("name: three, in: query,", "name: three, in: query, allowEmptyValue: true,", "request-parameter-empty-value-allowed compatible")]
    [TestCase("schema: { type: array, items: { type: string } } }\n        - { name: five", "content: { application/json: { schema: { type: array, items: { type: string } } } } }\n        - { name: five", "request-parameter-serialization-changed breaking")]
    [TestCase("application/json: { schema: { type: object, properties: { x: ", "application/xml: { schema: { type: object, properties: { x: ", "C#: argument-type-changed breaking", "C#: type-removed breaking", "request-parameter-serialization-changed breaking")]
    [TestCase("x: { type: integer }", "x: { type: boolean }", "C#: property-type-changed breaking", "request-property-type-changed breaking")]

    // Deprecation, default and values.
    [TestCase("name: three, in: query,", "name: three, in: query, deprecated: true,", "request-parameter-deprecated compatible")]
    [TestCase("default: none", "default: some", "request-property-default-value-changed breaking")]
    [TestCase("{ type: string, default: none }", "{ type: string }", "request-property-default-value-changed breaking")]
    [TestCase("{ type: string, default: none }", "{ type: string, default: none, enum: [none, some] }", "C#: argument-type-changed risky", "C#: type-added compatible", "request-property-became-enum breaking")]
    public void Change_has_the_expected_impact(string from, string to, params string[] expected)
        => Assert.That(ContractPair.Change("parameters.yaml", from, to), Is.EqualTo(expected));

    // Callers may pass the cancellation token by position.
    [Test]
    public void Optional_parameter_that_is_added_after_all_arguments_is_risky()
        => Assert.That(ContractPair.Changes(WithoutBody, WithoutBody.Replace(Six, Six + Next + Seven, StringComparison.Ordinal)), Is.EqualTo(new[] { "C#: argument-added risky", "new-optional-request-parameter compatible" }));

    [Test]
    public void Optional_body_that_is_added_after_all_arguments_is_risky()
        => Assert.That(ContractPair.Changes(WithoutBody, ContractPair.Text("parameters.yaml")), Is.EqualTo(new[] { "C#: argument-added risky", "C#: type-added compatible", "request-body-added-optional compatible" }));

    [Test]
    public void Required_body_that_is_added_is_breaking()
        => Assert.That(
            ContractPair.Changes(WithoutBody, ContractPair.Text("parameters.yaml").Replace("requestBody:\n", "requestBody:\n        required: true\n", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "C#: argument-added breaking", "C#: type-added compatible", "request-body-added-required breaking" }));

    [Test]
    public void Body_that_is_removed_is_risky_for_callers()
        => Assert.That(
            ContractPair.Changes(ContractPair.Text("parameters.yaml"), WithoutBody),
            Is.EqualTo(new[] { "C#: argument-removed breaking", "C#: type-removed breaking", "request-body-removed risky" }));

    [Test]
    public void Parameter_moved_from_the_path_to_the_start_of_the_operation_is_not_a_change()
        => Assert.That(
            ContractPair.Changes(WithoutBody, WithoutBody.Replace("    parameters:\n      " + Id + "\n", "", StringComparison.Ordinal).Replace(One, Id + Next + One, StringComparison.Ordinal)),
            Is.Empty);

    [Test]
    public void Parameter_moved_from_the_path_to_the_end_of_the_operation_changes_the_argument_order()
        => Assert.That(
            ContractPair.Changes(WithoutBody, WithoutBody.Replace("    parameters:\n      " + Id + "\n", "", StringComparison.Ordinal).Replace(Six, Six + Next + Id, StringComparison.Ordinal)),
            Is.EqualTo(new[] { "C#: argument-order-changed breaking" }));

    // A parameter is identified by its name and its location.
    [TestCase("query", "C#: argument-type-changed breaking", "request-property-type-changed breaking")]
    [TestCase("header", "C#: argument-type-changed breaking", "request-property-type-changed breaking")]
    [TestCase("cookie", "C#: argument-type-changed breaking", "request-property-type-changed breaking")]
    public void Parameter_is_compared_with_the_parameter_of_the_same_name_and_location(string place, params string[] expected)
    {
        var places = new[] { "query", "header", "cookie" };
        string Contract(string changed) => WithoutBody.Replace(Six, Six + string.Concat(places.Select(p => $"{Next}- {{ name: same, in: {p}, schema: {{ type: {(p == changed ? "boolean" : "string")} }} }}")), StringComparison.Ordinal);

        Assert.That(ContractPair.Changes(Contract(changed: "none"), Contract(place)), Is.EqualTo(expected));
    }

    [Test]
    public void Removed_parameter_is_not_reported_as_moved_if_another_has_its_name()
    {
        var both = WithoutBody.Replace(Six, $"{Six}{Next}- {{ name: same, in: query, schema: {{ type: string }} }}{Next}- {{ name: same, in: header, schema: {{ type: string }} }}", StringComparison.Ordinal);
        var one = WithoutBody.Replace(Six, $"{Six}{Next}- {{ name: same, in: header, schema: {{ type: string }} }}", StringComparison.Ordinal);

        // The argument of the header gets the name of the removed argument.
        Assert.That(ContractPair.Changes(both, one), Is.EqualTo(new[] { "C#: argument-removed breaking", "C#: argument-renamed risky", "request-parameter-removed risky" }));
    }

    [TestCase("deprecated", "request-parameter-reactivated compatible")]
    [TestCase("allowEmptyValue", "request-parameter-empty-value-forbidden breaking")]
    [TestCase("allowReserved", "request-parameter-allow-reserved-changed risky")]
    public void Removed_flag_has_the_expected_impact(string flag, string expected)
        => Assert.That(
            ContractPair.Changes(WithoutBody.Replace("name: three,", $"name: three, {flag}: true,", StringComparison.Ordinal), WithoutBody),
            Is.EqualTo(new[] { expected }));

    private static string WithoutBody => ContractPair.Text("parameters.yaml").Replace("""
              requestBody:
                content:
                  application/json: { schema: { type: object, properties: { name: { type: string } } } }

        """.ReplaceLineEndings("\n"), "", StringComparison.Ordinal);
}
