namespace Plannr.Sandbox.Tests;

/// <summary>Tests that the sandbox serves operations that only the contract describes, and validates its own responses.</summary>
public sealed class ContractTests
{
    private const string Notes = """

          /api/v1/notes:
            get:
              operationId: Notes_List
              summary: List the notes
              parameters:
                - { name: page, in: query, required: true, schema: { type: integer, minimum: 1 } }
                - { name: tags, in: query, schema: { type: array, items: { type: string, enum: [a, b] } } }
              responses:
                '200':
                  description: The notes.
                  content:
                    application/json:
                      schema: { type: object }
                      example: { data: [{ name: Ada }] }
            delete:
              operationId: Notes_Delete
              summary: Delete the notes
              responses:
                '200':
                  description: Done.
                  content:
                    application/json:
                      schema: { type: object }
        """;

    private static readonly string NotesWithErrors = Notes.Replace("responses:\n", "responses:\n        default: { description: Any error. }\n", StringComparison.Ordinal);

    [Test]
    public async Task Operation_that_is_not_implemented_returns_the_example_and_marks_it_with_a_header()
    {
        await using var sandbox = await StartWithNotesAsync();

        var reply = await sandbox.SendAsync("GET", "/api/v1/notes?page=1&tags=a&tags=b");

        Assert.That(reply.ToString(), Is.EqualTo("""200 {"data":[{"name":"Ada"}]}"""));
        Assert.That(reply.Headers["X-Plannr-Sandbox"], Is.EqualTo("example"));
        Assert.That(reply.Headers["X-Ratelimit-Remaining"], Is.EqualTo("499"));
    }

    [Test]
    public async Task Operation_that_is_not_implemented_and_has_no_example_returns_501()
    {
        await using var sandbox = await StartWithNotesAsync(NotesWithErrors);

        var reply = await sandbox.SendAsync("DELETE", "/api/v1/notes");

        Assert.That(reply.ToString(), Is.EqualTo("""501 {"message":"The sandbox does not implement Notes_Delete, and the contract has no example of a success response."}"""));
        Assert.That(reply.Headers["X-Plannr-Sandbox"], Is.EqualTo("example"));
    }

    [Test]
    public async Task Operation_that_is_not_implemented_requires_the_token()
    {
        await using var sandbox = await StartWithNotesAsync(NotesWithErrors);

        Assert.That((await sandbox.SendAsync("GET", "/api/v1/notes?page=1", body: null, ("Authorization", "Bearer another"))).Status, Is.EqualTo(401));
    }

    [TestCase("", """422 {"message":"The page field is required.","errors":{"page":["The page field is required."]}}""")]
    [TestCase("?page=x", """422 {"message":"The page field must be an integer.","errors":{"page":["The page field must be an integer."]}}""")]
    [TestCase("?page=0", """422 {"message":"The page field must be at least 1.","errors":{"page":["The page field must be at least 1."]}}""")]
    [TestCase("?page=1&tags=a&tags=c", """422 {"message":"The tags.1 field must be one of a, b.","errors":{"tags":["The tags.1 field must be one of a, b."]}}""")]
    public async Task Parameters_of_an_operation_that_is_not_implemented_are_validated(string query, string expected)
    {
        await using var sandbox = await StartWithNotesAsync(NotesWithErrors);

        Assert.That((await sandbox.SendAsync("GET", "/api/v1/notes" + query)).ToString(), Is.EqualTo(expected));
    }

    [Test]
    public async Task Body_that_violates_the_contract_becomes_a_500_that_names_the_rule()
    {
        var contract = (await TextAsync()).Replace(
            "      description: OAuth2 connections.\n", "      description: OAuth2 connections.\n      required: [meta]\n", StringComparison.Ordinal);
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { ContractText = contract });

        var reply = await sandbox.ListAsync();

        Assert.That(reply.ToString(), Is.EqualTo(
            """500 {"message":"The sandbox's response violates the contract. #/paths/~1api~1v1~1oauth~1connections/get/responses/200/content/application~1json/schema: 'meta' breaks the rule PropertyRequired."}"""));
    }

    [Test]
    public async Task Status_that_the_contract_does_not_have_becomes_a_500()
    {
        await using var sandbox = await StartWithNotesAsync();

        var reply = await sandbox.SendAsync("GET", "/api/v1/notes");

        Assert.That(reply.ToString(), Is.EqualTo(
            """500 {"message":"The sandbox's response violates the contract. #/paths/~1api~1v1~1notes/get/responses has no response for status 422."}"""));
    }

    [Test]
    public async Task Header_that_violates_the_contract_becomes_a_500()
    {
        var contract = (await TextAsync()).Replace("        format: int32\n", "        format: int32\n        maximum: 100\n", StringComparison.Ordinal);
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { ContractText = contract });

        var reply = await sandbox.ListAsync();

        Assert.That(reply.Status, Is.EqualTo(500));
        Assert.That(reply.Body, Does.Contain("get/responses/200/headers/X-Ratelimit-Remaining/schema: the header breaks the rule NumberTooBig."));
    }

    private static async Task<PlannrSandbox> StartWithNotesAsync(string operations = Notes)
        => await PlannrSandbox.StartAsync(new PlannrSandboxOptions { ContractText = (await TextAsync()).Replace("\npaths:", "\npaths:" + operations, StringComparison.Ordinal) });

    private static Task<string> TextAsync() => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "plannr.yaml"));
}
