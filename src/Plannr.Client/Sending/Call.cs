using System.Net;
using Plannr.Runtime.Requests;

namespace Plannr.Client.Sending;

/// <summary>What the handlers know of a call that is under way, however many attempts it takes.</summary>
internal sealed class Call
{
    private const string Key = "Plannr.Call";

    private readonly long _start;
    private readonly HttpRequestMessage _request;

    private Call(HttpRequestMessage request, TimeProvider clock)
    {
        _start = clock.GetTimestamp();
        _request = request;
    }

    public string Method => _request.Method.Method;

    /// <summary>The path of the request, without its query.</summary>
    public string Path => _request.RequestUri!.AbsolutePath;

    /// <summary>The contract's <c>operationId</c>; null for a request that is not a generated client's.</summary>
    public string? Operation => ApiOperation.Of(_request)?.Name;

    public string? PathTemplate => ApiOperation.Of(_request)?.PathTemplate;

    /// <summary>The call's name in the logs.</summary>
    public string Name => Operation ?? Method;

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>The status of the last answer, if there was one.</summary>
    public HttpStatusCode? LastStatus { get; set; }

    /// <summary>Whether the call's total timeout has passed.</summary>
    public bool IsOverdue { get; set; }

    /// <summary>Whether the token provider has been told of a 401.</summary>
    public bool TokenWasRejected { get; set; }

    public static Call Start(HttpRequestMessage request, TimeProvider clock)
    {
        var call = new Call(request, clock);
        if (request is ApiRequestMessage message)
        {
            message.State = call;
            return call;
        }

#if NET
        request.Options.Set(new HttpRequestOptionsKey<Call>(Key), call);
#else
        request.Properties[Key] = call;
#endif
        return call;
    }

    /// <summary>Returns the time since the start of the call.</summary>
    /// <param name="clock">The clock with which it was started.</param>
    public TimeSpan Elapsed(TimeProvider clock) => clock.GetElapsedTime(_start);

    /// <summary>The call that a request belongs to.</summary>
    public static Call Of(HttpRequestMessage request) => Find(request) ?? throw new InvalidOperationException("The request has not passed through CallHandler.");

    private static Call? Find(HttpRequestMessage request)
    {
        if (request is ApiRequestMessage message)
        {
            return message.State as Call;
        }

#if NET
        return request.Options.TryGetValue(new HttpRequestOptionsKey<Call>(Key), out var call) ? call : null;
#else
        return request.Properties.TryGetValue(Key, out var call) ? (Call)call : null;
#endif
    }
}
