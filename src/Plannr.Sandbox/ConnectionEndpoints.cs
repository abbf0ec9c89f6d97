using System.Text.Json;
using Plannr.Generated;

namespace Plannr.Sandbox;

/// <summary>The operations on OAuth2 connections.</summary>
internal static class ConnectionEndpoints
{
    private const string Connections = "/api/v1/oauth/connections";

    public static void MapConnections(this IEndpointRouteBuilder routes, ConnectionStore connections)
    {
        routes.MapGet(Connections, () => Answers.Json(StatusCodes.Status200OK, connections.List()));
        routes.MapPut(Connections + "/{uuid}", (string uuid, HttpRequest request) => UpdateAsync(connections, uuid, request));
        routes.MapDelete(Connections + "/{uuid}", (string uuid) => TryParse(uuid, out var id) && connections.Delete(id) ? Results.NoContent() : NotFound());
    }

    private static async Task<IResult> UpdateAsync(ConnectionStore connections, string uuid, HttpRequest request)
    {
        UpdateOAuthConnectionRequest update;
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            if (!TryRead(body.RootElement, out update, out var error))
            {
                return error;
            }
        }
        // A text that is half of a surrogate pair is JSON by its grammar, and no text.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Answers.Error(StatusCodes.Status400BadRequest, "The request body is not valid JSON.");
        }

        return TryParse(uuid, out var id) && connections.Update(id, update) is { } connection
            ? Answers.Json(StatusCodes.Status200OK, connection)
            : NotFound();
    }

    private static bool TryParse(string uuid, out Guid id) => Guid.TryParseExact(uuid, "D", out id);

    private static IResult NotFound() => Answers.Error(StatusCodes.Status404NotFound, "The OAuth2 connection was not found.");

    private static bool TryRead(JsonElement body, out UpdateOAuthConnectionRequest update, out IResult error)
    {
        update = new UpdateOAuthConnectionRequest();
        error = Results.Empty;
        if (body.ValueKind != JsonValueKind.Object)
        {
            error = Answers.Error(StatusCodes.Status422UnprocessableEntity, "The request body must be a JSON object.");
            return false;
        }

        if (body.TryGetProperty("label", out var label))
        {
            if (label.ValueKind != JsonValueKind.String)
            {
                error = Answers.Invalid("label", "The label field must be a string.");
                return false;
            }

            update.Label = label.GetString();
        }

        return true;
    }
}
