using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Plannr.Sandbox.Clock;
using Plannr.Sandbox.Faults;
using Plannr.Sandbox.Journal;
using Plannr.Sandbox.State;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Api;

/// <summary>Answers a request to the API: its token, its rate limit, the contract, the operation, the contract again.</summary>
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
    /// <summary>The header of every response while the sandbox's clock differs from that of the machine.</summary>
    public const string TimeHeader = "X-Plannr-Sandbox-Time";

    private const string RetryAfter = "Retry-After";

    private static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>Whether a request is the API's to answer: it is one of the contract's operations, or stands where they stand.</summary>
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
            // The caller has gone while it was sending.
            record.Complete(status: null);
            return;
        }

        var (fault, refusal) = faults.Take(context.Request, route);
        record.Describe(request.Bytes, fault, request.Violations);
        await exchange.RunAsync(context, fault, () => refusal is not null ? Task.FromResult(refusal) : AnswerAsync(context, route, request, fault), record.Complete);
    }

    private async Task<Answer> AnswerAsync(HttpContext context, ApiRoute? route, CheckedRequest request, SandboxFault fault)
    {
        var token = fault.ExpiresToken ? null : authentication.TokenOf(context.Request);
        var (isAllowed, remaining, refill) = token is null ? (false, rateLimit.Full, TimeSpan.Zero) : rateLimit.Take(token);
        var answer = token is null ? Answers.Unauthenticated()
            : !isAllowed ? TooManyRequests(refill)
            : fault.Status is { } status ? Failure(status, fault.RetryAfter)
            : route is null ? await NoOperationAsync(context, request)
            : await CallAsync(context.Request, route, request);
        answer.Headers[RateLimit.Header] = (answer.Status == StatusCodes.Status429TooManyRequests ? 0 : remaining).ToString(CultureInfo.InvariantCulture);
        if (clock.Offset != TimeSpan.Zero)
        {
            answer.Headers[TimeHeader] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        }

        return route is null ? answer : Checked(answer, route);
    }

    // Plannr documents neither this header nor another that says when the limit refills.
    private static Answer TooManyRequests(TimeSpan refill)
    {
        var answer = Answers.Error(StatusCodes.Status429TooManyRequests, "Too Many Requests");
        answer.Headers[RetryAfter] = FaultText.Seconds(refill);
        return answer;
    }

    private static Answer Failure(int status, TimeSpan? retryAfter)
    {
        var answer = Answers.Error(status, ReasonPhrases.GetReasonPhrase(status));
        var wait = retryAfter ?? (status == StatusCodes.Status429TooManyRequests ? DefaultRetryAfter : Timeout.InfiniteTimeSpan);
        if (wait != Timeout.InfiniteTimeSpan)
        {
            answer.Headers[RetryAfter] = FaultText.Seconds(wait);
        }

        return answer;
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

    private static async Task<Answer> NoOperationAsync(HttpContext context, CheckedRequest request)
    {
        if (context.GetEndpoint()?.RequestDelegate is not { } methodNotAllowed)
        {
            return request.Refusal!;
        }

        // The endpoint that routing puts where the path is right and the method is not; it sets the header Allow.
        await methodNotAllowed(context);
        return Answers.Error(StatusCodes.Status405MethodNotAllowed, $"The {context.Request.Method} method is not supported for this path. It can be {context.Response.Headers.Allow}.");
    }

    private async Task<Answer> CallAsync(HttpRequest request, ApiRoute route, CheckedRequest read)
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
            return Answers.NotKept(exception);
        }
    }
}
