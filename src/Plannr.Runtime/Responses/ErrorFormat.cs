using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Runtime.Responses;

/// <summary>How the body of an error is read.</summary>
internal class ErrorFormat
{
    /// <summary>Its body is not documented.</summary>
    public static readonly ErrorFormat Untyped = new();

    public virtual PlannrApiException Read(BufferedResponse response, DriftReport drift)
        => new(response.Summary + ".", response.RequestMethod, response.RequestPath, response.StatusCode, response.Headers, response.Text);
}
