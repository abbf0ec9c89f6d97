using System.ComponentModel;

namespace Plannr.Runtime.Requests;

/// <summary>An HTTP request of a generated client.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiRequestMessage : HttpRequestMessage
{
    internal ApiRequestMessage(ApiOperation operation, string url)
        : base(operation.HttpMethod, url)
        => Operation = operation;

    /// <summary>
    /// Gets or sets an object that message handlers share during the call. The options of a <see cref="HttpRequestMessage"/> would
    /// allocate a dictionary for each request. The default is null.
    /// </summary>
    public object? State { get; set; }

    internal ApiOperation Operation { get; }
}
