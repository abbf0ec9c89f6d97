using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Plannr.Sandbox.Faults;
using Plannr.Sandbox.State;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Api;

/// <summary>What becomes of a request to the API: its token, its rate limit, the contract, the operation, the contract again.</summary>
internal sealed class ApiPipeline(
    Authentication authentication,
    RateLimit rateLimit,
    FaultPlan faults,
    SandboxState state,
    ImplementedOperations implemented,
    FaultyExchange exchange)
{
    /// <summary>Whether a request is the API's to answer: it is one of the contract's operations, or stands where they stand.</summary>
    public static bool IsApi(HttpContext context)
        => context.GetEndpoint()?.Metadata.GetMetadata<ApiRoute>() is not null || context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    public async Task InvokeAsync(HttpContext context)
    {
        var (fault, refusal) = faults.Take(context.Request);
        if (refusal is not null)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        await exchange.RunAsync(context, fault, () => AnswerAsync(context, fault));
    }

    private async Task<Answer> AnswerAsync(HttpContext context, SandboxFault fault)
    {
        var route = context.GetEndpoint()?.Metadata.GetMetadata<ApiRoute>();
        var token = fault.ExpiresToken ? null : authentication.TokenOf(context.Request);
        var (isAllowed, remaining) = token is null ? (false, rateLimit.Full) : rateLimit.Take(token);
        var answer = token is null ? Answers.Unauthenticated()
            : !isAllowed ? Answers.Error(StatusCodes.Status429TooManyRequests, "Too Many Requests")
            : fault.Status is { } status ? Answers.Error(status, ReasonPhrases.GetReasonPhrase(status))
            : await RouteAsync(context, route);
        answer.Headers[RateLimit.Header] = remaining.ToString(CultureInfo.InvariantCulture);
        return route is null ? answer : Checked(answer, route);
    }

    private static Answer Checked(Answer answer, ApiRoute route)
    {
        var problems = ResponseCheck.Problems(route.Operation, answer);
        if (problems.Count == 0)
        {
            return answer;
        }

        var failure = Answers.Error(StatusCodes.Status500InternalServerError, $"The sandbox's answer breaks the contract. {string.Join(" ", problems)}");
        failure.Headers[RateLimit.Header] = answer.Headers[RateLimit.Header];
        return failure;
    }

    private async Task<Answer> RouteAsync(HttpContext context, ApiRoute? route)
    {
        if (route is not null)
        {
            return await CallAsync(context.Request, route);
        }

        if (context.GetEndpoint()?.RequestDelegate is not { } methodNotAllowed)
        {
            return Answers.Error(StatusCodes.Status404NotFound, $"The contract has no path {context.Request.Path}.");
        }

        // The endpoint that routing puts where the path is right and the method is not; it sets the header Allow.
        await methodNotAllowed(context);
        return Answers.Error(StatusCodes.Status405MethodNotAllowed, $"The {context.Request.Method} method is not supported for this path. It can be {context.Response.Headers.Allow}.");
    }

    private async Task<Answer> CallAsync(HttpRequest request, ApiRoute route)
    {
        if (AcceptCheck.Check(request) is { } notAcceptable)
        {
            return notAcceptable;
        }

        var (account, refusal) = AccountSelection.Select(request, state);
        if (refusal is not null)
        {
            return refusal;
        }

        var pathValues = route.PathValues(request);
        if (ParameterCheck.Check(request, route.Operation, pathValues) is { } invalid)
        {
            return invalid;
        }

        try
        {
            var (body, unusable) = await BodyCheck.ReadAsync(request, route.Operation);
            return unusable
                ?? await implemented.CallAsync(new ApiCall(route.Operation, account, pathValues, request.Query, body));
        }
        // What Kestrel refuses while the body is read: its framing, or a length beyond the server's own limit.
        catch (BadHttpRequestException exception)
        {
            return Answers.Error(exception.StatusCode, exception.Message);
        }
    }
}
