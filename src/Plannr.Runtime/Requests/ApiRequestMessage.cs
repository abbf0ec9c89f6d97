using System.ComponentModel;

namespace Plannr.Runtime.Requests;

/// <summary>The request of a generated client.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiRequestMessage : HttpRequestMessage
{
    internal ApiRequestMessage(ApiOperation operation, string url)
        : base(operation.HttpMethod, url)
        => Operation = operation;

    /// <summary>
    /// Gets or sets what the outermost handler keeps of the call for the handlers behind it. The default is null. The options of a
    /// <see cref="HttpRequestMessage"/> would do the same with a dictionary for each request.
    /// </summary>
    public object? State { get; set; }

    internal ApiOperation Operation { get; }
}
