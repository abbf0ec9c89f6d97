using Plannr.Generated;
using Plannr.Runtime.Json.Drift;

namespace Plannr.Runtime.Responses;

/// <summary>Creates the exceptions for the error responses of an operation.</summary>
internal class ErrorFormat
{
    /// <summary>The format of errors whose body is not documented.</summary>
    public static readonly ErrorFormat Untyped = new();

    public virtual PlannrApiException Read(BufferedResponse response, DriftReport drift)
        => new(response.Summary + ".", response.RequestMethod, response.RequestPath, response.StatusCode, response.Headers, response.Text);
}
