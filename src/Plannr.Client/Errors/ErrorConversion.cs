using Plannr.Client.Sending;
using Plannr.Generated;

namespace Plannr.Client.Errors;

/// <summary>Gives an answer's exception the class that its status has.</summary>
internal sealed class ErrorConversion(TimeProvider clock)
{
    public PlannrApiException Convert(PlannrApiException response)
    {
        // An error whose body the contract describes otherwise keeps that body's type.
        if (response.GetType() != typeof(PlannrApiException) && response is not PlannrApiException<ApiError>)
        {
            return response;
        }

        return response.StatusCode switch
        {
            >= 300 and <= 399 => Redirect(response),
            401 => new PlannrAuthenticationException(response),
            403 => new PlannrPermissionException(response),
            404 => new PlannrNotFoundException(response),
            422 => new PlannrValidationException(response),
            429 => new PlannrRateLimitException(response, RetryAfter.Of(response.Headers, clock)),
            >= 500 and <= 599 => new PlannrServerException(response, RetryAfter.Of(response.Headers, clock)),
            _ => response,
        };
    }

    private static PlannrApiException Redirect(PlannrApiException response)
        => new(
            $"{response.Message} Redirects are not followed, as the request would arrive without its token. If the API has moved, set BaseAddress.",
            response.RequestMethod,
            response.RequestPath,
            response.StatusCode,
            response.Headers,
            response.ResponseBody);
}
