using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Plannr.Sandbox.Clock;
using Plannr.Sandbox.Faults;
using Plannr.Sandbox.Journal;
using Plannr.Sandbox.State;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Api;

/// <summary>Handles a request to the API: checks the token, the rate limit and the contract, runs the operation, and checks the response.</summary>
internal sealed class ApiPipeline(
    Authentication authentication,
    RateLimit rateLimit,
    FaultPlan faults,
    SandboxState state,
    SandboxClock clock,
    ImplementedOperations implemented,
    JournalWriter journal,
    FaultyExchange exchange)
{
    /// <summary>The header with the sandbox's time. Responses have it while the sandbox's clock differs from that of the machine.</summary>
    public const string TimeHeader = "X-Plannr-Sandbox-Time";

    private const string RetryAfter = "Retry-After";

    private static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>Returns whether a request is for the API: it is for an operation of the contract, or its path starts with <c>/api</c>.</summary>
    public static bool IsApi(HttpContext context)
        => context.GetEndpoint()?.Metadata.GetMetadata<ApiRoute>() is not null || context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    public async Task InvokeAsync(HttpContext context)
    {
        var route = context.GetEndpoint()?.Metadata.GetMetadata<ApiRoute>();
        var record = journal.Start(context.Request, route?.Operation.Id);
        CheckedRequest request;
        try
        {
            request = await CheckedRequest.ReadAsync(context.Request, route);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The caller closed the connection while it was sending.
            record.Complete(status: null);
            return;
        }

        var (fault, refusal) = faults.Take(context.Request, route);
        record.Describe(request.Bytes, fault, request.Violations);
        await exchange.RunAsync(context, fault, () => refusal is not null ? Task.FromResult(refusal) : RespondAsync(context, route, request, fault), record.Complete);
    }

    private async Task<JsonResponse> RespondAsync(HttpContext context, ApiRoute? route, CheckedRequest request, SandboxFault fault)
    {
        var token = fault.ExpiresToken ? null : authentication.TokenOf(context.Request);
        var (isAllowed, remaining, refill) = token is null ? (false, rateLimit.Full, TimeSpan.Zero) : rateLimit.Take(token);
        var response = token is null ? JsonResponses.Unauthenticated()
            : !isAllowed ? TooManyRequests(refill)
            : fault.Status is { } status ? Failure(status, fault.RetryAfter)
            : route is null ? await NoOperationAsync(context, request)
            : await CallAsync(context.Request, route, request);
        response.Headers[RateLimit.Header] = (response.Status == StatusCodes.Status429TooManyRequests ? 0 : remaining).ToString(CultureInfo.InvariantCulture);
        if (clock.Offset != TimeSpan.Zero)
        {
            response.Headers[TimeHeader] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        }

        return route is null ? response : Checked(response, route);
    }

    // Plannr does not document a header for the time at which the limit refills. Retry-After is the standard one.
    private static JsonResponse TooManyRequests(TimeSpan refill)
    {
        var response = JsonResponses.Error(StatusCodes.Status429TooManyRequests, "Too Many Requests");
        response.Headers[RetryAfter] = FaultText.Seconds(refill);
        return response;
    }

    private static JsonResponse Failure(int status, TimeSpan? retryAfter)
    {
        var response = JsonResponses.Error(status, ReasonPhrases.GetReasonPhrase(status));
        var wait = retryAfter ?? (status == StatusCodes.Status429TooManyRequests ? DefaultRetryAfter : Timeout.InfiniteTimeSpan);
        if (wait != Timeout.InfiniteTimeSpan)
        {
            response.Headers[RetryAfter] = FaultText.Seconds(wait);
        }

        return response;
    }

    private static JsonResponse Checked(JsonResponse response, ApiRoute route)
    {
        var problems = ResponseCheck.Problems(route.Operation, response);
        if (problems.Count == 0)
        {
            return response;
        }

        var failure = JsonResponses.Error(StatusCodes.Status500InternalServerError, $"The sandbox's response violates the contract. {string.Join(" ", problems)}");
        failure.Headers[RateLimit.Header] = response.Headers[RateLimit.Header];
        return failure;
    }

    private static async Task<JsonResponse> NoOperationAsync(HttpContext context, CheckedRequest request)
    {
        if (context.GetEndpoint()?.RequestDelegate is not { } methodNotAllowed)
        {
            return request.Refusal!;
        }

        // ASP.NET Core's endpoint for a known path with an unsupported method. It sets the header Allow.
        await methodNotAllowed(context);
        return JsonResponses.Error(StatusCodes.Status405MethodNotAllowed, $"The {context.Request.Method} method is not supported for this path. Supported methods: {context.Response.Headers.Allow}.");
    }

    private async Task<JsonResponse> CallAsync(HttpRequest request, ApiRoute route, CheckedRequest read)
    {
        var (account, refusal) = AccountSelection.Select(request, state);
        if ((refusal ?? read.Refusal) is { } refused)
        {
            return refused;
        }

        try
        {
            return await implemented.CallAsync(new ApiCall(route.Operation, account, read.PathValues, request.Query, read.Body, request.Server()));
        }
        catch (DataFileException exception)
        {
            return JsonResponses.NotSaved(exception);
        }
    }
}
