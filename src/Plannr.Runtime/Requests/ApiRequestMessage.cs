using Plannr.Runtime.Responses;

namespace Plannr.Runtime.Requests;

/// <summary>A request that knows the operation that it belongs to.</summary>
internal sealed class ApiRequestMessage(ApiOperation operation, string url) : HttpRequestMessage(operation.HttpMethod, url)
{
    public ApiOperation Operation => operation;

    /// <summary>The body of the answer, where a handler has read it already.</summary>
    public BodyBuffer? AnswerBody
    {
        get;
        set
        {
            field?.Dispose();
            field = value;
        }
    }

    protected override void Dispose(bool disposing)
    {
        AnswerBody = null;
        base.Dispose(disposing);
    }
}
