using Newtonsoft.Json.Linq;
using Plannr.Sandbox.State;

namespace Plannr.Sandbox.Api;

/// <summary>The answers that recur, in the shapes that the contract documents or infers.</summary>
internal static class Answers
{
    public static Answer Ok(JToken body) => new(StatusCodes.Status200OK, body);

    public static Answer List(IEnumerable<JObject> items) => Ok(new JObject { ["data"] = new JArray(items) });

    public static Answer Created(JToken body) => new(StatusCodes.Status201Created, body);

    public static Answer NoContent() => new(StatusCodes.Status204NoContent);

    public static Answer Error(int statusCode, string message) => new(statusCode, new JObject { ["message"] = message });

    /// <summary>What the API says to a token that it does not know, word for word.</summary>
    public static Answer Unauthenticated() => Error(StatusCodes.Status401Unauthorized, "Unauthenticated.");

    /// <summary>The data file cannot be written. Without a trace, because the sandbox is not at fault.</summary>
    public static Answer NotKept(DataFileException exception) => Error(StatusCodes.Status507InsufficientStorage, exception.Message);

    /// <summary>A failure of the sandbox itself, as Laravel shows one to developers.</summary>
    public static Answer Failure(Exception exception) => exception is DataFileException notKept ? NotKept(notKept) : new(StatusCodes.Status500InternalServerError, new JObject
    {
        ["message"] = $"The sandbox failed: {exception.Message}",
        ["exception"] = exception.GetType().FullName,
        ["trace"] = new JArray((exception.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
    });
}
