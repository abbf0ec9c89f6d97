using Plannr.Generated;
using Plannr.Runtime.Json;
using Plannr.Runtime.Json.Drift;

namespace Plannr.Runtime.Responses;

/// <summary>Creates the exceptions for error responses with a documented body.</summary>
internal sealed class ErrorFormat<TError>(JsonFormat<TError> format) : ErrorFormat
{
    // An error whose body does not match the contract, such as a proxy's page, is reported without a typed body.
    public override PlannrApiException Read(BufferedResponse response, DriftReport drift)
        => response.TryReadJson(format, isError: true, drift, out var error, out _)
            ? new PlannrApiException<TError>(
                response.Summary + ".", response.RequestMethod, response.RequestPath, response.StatusCode, response.Headers, response.Text, error)
            : base.Read(response, drift);
}
