namespace Plannr.Sandbox.Tests;

/// <summary>The sandbox follows the contract, whatever that says.</summary>
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
    public async Task An_operation_that_is_not_implemented_answers_with_the_example_and_says_so()
    {
        await using var sandbox = await StartWithNotesAsync();

        var reply = await sandbox.SendAsync("GET", "/api/v1/notes?page=1&tags=a&tags=b");

        Assert.That(reply.ToString(), Is.EqualTo("""200 {"data":[{"name":"Ada"}]}"""));
        Assert.That(reply.Headers["X-Plannr-Sandbox"], Is.EqualTo("example"));
        Assert.That(reply.Headers["X-Ratelimit-Remaining"], Is.EqualTo("499"));
    }

    [Test]
    public async Task Without_an_example_it_says_that_there_is_none()
    {
        await using var sandbox = await StartWithNotesAsync(NotesWithErrors);

        var reply = await sandbox.SendAsync("DELETE", "/api/v1/notes");

        Assert.That(reply.ToString(), Is.EqualTo("""501 {"message":"The sandbox does not implement Notes_Delete, and the contract has no example of a success response."}"""));
        Assert.That(reply.Headers["X-Plannr-Sandbox"], Is.EqualTo("example"));
    }

    [Test]
    public async Task It_wants_the_token_like_every_other()
    {
        await using var sandbox = await StartWithNotesAsync(NotesWithErrors);

        Assert.That((await sandbox.SendAsync("GET", "/api/v1/notes?page=1", body: null, ("Authorization", "Bearer another"))).Status, Is.EqualTo(401));
    }

    [TestCase("", """422 {"message":"The page field is required.","errors":{"page":["The page field is required."]}}""")]
    [TestCase("?page=x", """422 {"message":"The page field must be an integer.","errors":{"page":["The page field must be an integer."]}}""")]
    [TestCase("?page=0", """422 {"message":"The page field must be at least 1.","errors":{"page":["The page field must be at least 1."]}}""")]
    [TestCase("?page=1&tags=a&tags=c", """422 {"message":"The tags.1 field must be one of a, b.","errors":{"tags":["The tags.1 field must be one of a, b."]}}""")]
    public async Task Its_parameters_are_held_against_the_contract(string query, string expected)
    {
        await using var sandbox = await StartWithNotesAsync(NotesWithErrors);

        Assert.That((await sandbox.SendAsync("GET", "/api/v1/notes" + query)).ToString(), Is.EqualTo(expected));
    }

    [Test]
    public async Task An_answer_of_the_sandbox_that_breaks_the_contract_is_a_500_that_names_the_rule()
    {
        var contract = (await TextAsync()).Replace(
            "      description: OAuth2 connections.\n", "      description: OAuth2 connections.\n      required: [meta]\n", StringComparison.Ordinal);
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { ContractText = contract });

        var reply = await sandbox.ListAsync();

        Assert.That(reply.ToString(), Is.EqualTo(
            """500 {"message":"The sandbox's response violates the contract. #/paths/~1api~1v1~1oauth~1connections/get/responses/200/content/application~1json/schema: 'meta' breaks the rule PropertyRequired."}"""));
    }

    [Test]
    public async Task A_status_that_the_contract_does_not_have_is_one_too()
    {
        await using var sandbox = await StartWithNotesAsync();

        var reply = await sandbox.SendAsync("GET", "/api/v1/notes");

        Assert.That(reply.ToString(), Is.EqualTo(
            """500 {"message":"The sandbox's response violates the contract. #/paths/~1api~1v1~1notes/get/responses has no response for status 422."}"""));
    }

    [Test]
    public async Task A_header_of_the_sandbox_that_breaks_the_contract_is_one_too()
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
