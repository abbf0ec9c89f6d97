using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Runtime.Responses;

/// <summary>How the body of an error is read, one that the contract documents.</summary>
internal sealed class ErrorFormat<TError>(JsonFormat<TError> format) : ErrorFormat
{
    // An error that is not what the contract says (a proxy's page, say) is still that error: it only has no typed body.
    public override PlannrApiException Read(BufferedResponse response, DriftReport drift)
        => response.TryReadJson(format, isError: true, drift, out var error, out _)
            ? new PlannrApiException<TError>(
                response.Summary + ".", response.RequestMethod, response.RequestPath, response.StatusCode, response.Headers, response.Text, error)
            : base.Read(response, drift);
}
