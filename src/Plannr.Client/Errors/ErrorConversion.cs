using Plannr.Generated;

namespace Plannr.Client.Errors;

/// <summary>Converts the exceptions of the generated clients to the exception class for their status.</summary>
internal sealed class ErrorConversion(TimeProvider clock)
{
    private const string RedirectAdvice = "The client does not follow redirects, because the redirected request would not contain the access token. If the API has moved, set BaseAddress.";

    public PlannrException Convert(PlannrApiException response) => response.StatusCode switch
    {
        >= 300 and <= 399 => new PlannrException(response, RedirectAdvice, retryAfter: null),
        401 => new PlannrAuthenticationException(response),
        403 => new PlannrPermissionException(response),
        404 => new PlannrNotFoundException(response),
        422 => new PlannrValidationException(response),
        429 => new PlannrRateLimitException(response, RetryAfter.Of(response.Headers, clock)),
        >= 500 and <= 599 => new PlannrServerException(response, RetryAfter.Of(response.Headers, clock)),
        _ => new PlannrException(response),
    };
}
