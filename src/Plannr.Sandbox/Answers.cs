using Plannr.Generated;

namespace Plannr.Sandbox;

/// <summary>The sandbox's answers: always JSON, and errors in the shapes that the contract documents or infers.</summary>
internal static class Answers
{
    public static IResult Json(int statusCode, string json)
        => Results.Content(json, "application/json", contentEncoding: null, statusCode);

    public static IResult Error(int statusCode, string message)
        => Json(statusCode, PlannrJson.Serialize(new ApiError { Message = message }));

    public static IResult Invalid(string field, string message)
        => Json(StatusCodes.Status422UnprocessableEntity, PlannrJson.Serialize(new ApiError
        {
            Message = message,
            Errors = new Dictionary<string, IList<string>> { [field] = [message] },
        }));
}
