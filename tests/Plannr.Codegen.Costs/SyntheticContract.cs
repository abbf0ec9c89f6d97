namespace Plannr.Codegen.Costs;

/// <summary>Writes a contract with a given number of operations, which read, update, create, list and delete resources.</summary>
internal static class SyntheticContract
{
    private const string Example = """
        { uuid: 6ff8f7f6-1eb3-3525-be4a-3932c805afed, created_at: '2026-06-08T16:08:03+01:00', name: Name, note: null, is_active: true, position: 1, amount: 1.5, logo_url: 'https://example.com/logo.png' }
        """;

    private const string Head = """
        openapi: 3.0.3
        info:
          title: Synthetic API
          description: A synthetic API for measurements.
          version: 1.0.0
        servers:
          - url: https://api.example.com
        security:
          - bearerAuth: []
        paths:

        """;

    private const string Components = """
        components:
          securitySchemes:
            bearerAuth:
              type: http
              scheme: bearer
          responses:
            Unauthenticated:
              description: The access token is missing, expired or unknown.
              content:
                application/json:
                  schema:
                    $ref: '#/components/schemas/ApiError'
            NotFound:
              description: There is no such resource.
              content:
                application/json:
                  schema:
                    $ref: '#/components/schemas/ApiError'
            Invalid:
              description: A value is not valid.
              content:
                application/json:
                  schema:
                    $ref: '#/components/schemas/ValidationError'
            Error:
              description: Any other error.
              content:
                application/json:
                  schema:
                    $ref: '#/components/schemas/ApiError'
          schemas:
            ApiError:
              type: object
              description: An error.
              properties:
                message:
                  type: string
                  description: What went wrong.
            ValidationError:
              type: object
              description: An error in what was sent.
              properties:
                message:
                  type: string
                  description: What went wrong.
                errors:
                  type: object
                  description: The errors of each attribute.
                  additionalProperties:
                    type: array
                    items:
                      type: string

        """;

    private const string Errors = """
                '401':
                  $ref: '#/components/responses/Unauthenticated'
                '404':
                  $ref: '#/components/responses/NotFound'
                '422':
                  $ref: '#/components/responses/Invalid'
                default:
                  $ref: '#/components/responses/Error'

        """;

    private static readonly string[] Operations = ["Get", "Update", "Create", "List", "Delete"];

    public static string Yaml(int operations)
    {
        var resources = Enumerable.Range(0, operations).GroupBy(o => o / Operations.Length, o => Operations[o % Operations.Length]).ToArray();
        return string.Concat([Head, .. resources.Select(r => Paths(Name(r.Key), [.. r])), Components, .. resources.Select(r => Schema(Name(r.Key)))]);
    }

    // All names have the same length, so that long names do not make a large contract larger.
    private static string Name(int resource) => $"{resource:000}";

    private static string Paths(string resource, string[] operations)
    {
        var ofOne = operations.Where(o => o is "Get" or "Update" or "Delete").ToArray();
        var ofAll = operations.Except(ofOne).ToArray();
        var item = $$"""
              /v1/resources{{resource}}/{resource_uuid}:
                parameters:
                  - name: resource_uuid
                    in: path
                    required: true
                    description: The UUID of the resource.
                    schema:
                      type: string
                      format: uuid

            """;
        var collection = ofAll.Length > 0 ? $"  /v1/resources{resource}:\n" : "";
        return string.Concat([item, .. ofOne.Select(o => Operation(o, resource)), collection, .. ofAll.Select(o => Operation(o, resource))]);
    }

    private static string Operation(string operation, string resource)
        => $"""
                {Method(operation)}:
                  operationId: Resources{resource}_{operation}
                  summary: {operation} of resource {resource}
            {(operation is "Update" or "Create" ? Body(resource) : "")}      responses:
            {(operation == "Delete" ? "        '204':\n          description: The resource was deleted.\n" : Success(operation, resource))}{Errors}
            """;

    private static string Method(string operation)
        => operation switch
        {
            "Update" => "put",
            "Create" => "post",
            "Delete" => "delete",
            _ => "get",
        };

    private static string Body(string resource)
        => $"""
                  requestBody:
                    required: true
                    description: The values of the resource.
                    content:
                      application/json:
                        schema:
                          $ref: '#/components/schemas/Resource{resource}'

            """;

    private static string Success(string operation, string resource)
        => $"""
                    '{(operation == "Create" ? 201 : 200)}':
                      description: The response.
                      content:
                        application/json:
                          schema:
            {(operation == "List"
                ? $"                type: array\n                items:\n                  $ref: '#/components/schemas/Resource{resource}'\n              example: [{Example}]"
                : $"                $ref: '#/components/schemas/Resource{resource}'\n              example: {Example}")}

            """;

    private static string Schema(string resource)
        => $"""
                Resource{resource}:
                  type: object
                  description: Resource {resource}.
                  required: [uuid]
                  properties:
                    uuid:
                      type: string
                      format: uuid
                      description: Its UUID.
                    created_at:
                      type: string
                      format: date-time
                      description: When it was created.
                    name:
                      type: string
                      description: Its name.
                    note:
                      type: string
                      nullable: true
                      description: A note.
                    is_active:
                      type: boolean
                      description: Whether it is active.
                    position:
                      type: integer
                      description: Its position.
                    amount:
                      type: number
                      description: Its amount.
                    logo_url:
                      type: string
                      format: uri
                      description: Where its logo is.

            """;
}
