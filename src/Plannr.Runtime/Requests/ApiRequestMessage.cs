namespace Plannr.Runtime.Requests;

/// <summary>A request that knows the operation that it belongs to.</summary>
internal sealed class ApiRequestMessage(ApiOperation operation, string url) : HttpRequestMessage(operation.HttpMethod, url)
{
    public ApiOperation Operation => operation;
}
