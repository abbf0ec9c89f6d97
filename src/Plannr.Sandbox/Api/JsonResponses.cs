using Newtonsoft.Json.Linq;
using Plannr.Sandbox.State;

namespace Plannr.Sandbox.Api;

/// <summary>Creates common responses, in the formats that the contract documents or infers.</summary>
internal static class JsonResponses
{
    public static JsonResponse Ok(JToken body) => new(StatusCodes.Status200OK, body);

    public static JsonResponse List(IEnumerable<JObject> items) => Ok(new JObject { ["data"] = new JArray(items) });

    public static JsonResponse Created(JToken body) => new(StatusCodes.Status201Created, body);

    public static JsonResponse NoContent() => new(StatusCodes.Status204NoContent);

    public static JsonResponse Error(int statusCode, string message) => new(statusCode, new JObject { ["message"] = message });

    /// <summary>Returns the response to an unknown token, with the same message as the API.</summary>
    public static JsonResponse Unauthenticated() => Error(StatusCodes.Status401Unauthorized, "Unauthenticated.");

    /// <summary>Returns the response for a data file that cannot be written. It has no stack trace, because the sandbox is not at fault.</summary>
    public static JsonResponse NotSaved(DataFileException exception) => Error(StatusCodes.Status507InsufficientStorage, exception.Message);

    /// <summary>Returns the response for a failure of the sandbox itself, in Laravel's format for developers.</summary>
    public static JsonResponse Failure(Exception exception) => exception is DataFileException notSaved ? NotSaved(notSaved) : new(StatusCodes.Status500InternalServerError, new JObject
    {
        ["message"] = $"The sandbox failed: {exception.Message}",
        ["exception"] = exception.GetType().FullName,
        ["trace"] = new JArray((exception.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
    });
}
