using System.Net;
using Plannr.Runtime.Requests;

namespace Plannr.Client.Sending;

/// <summary>What the handlers know of a call that is under way, however many attempts it takes.</summary>
internal sealed class Call
{
    private const string Key = "Plannr.Call";

    private readonly TimeProvider _clock;
    private readonly long _start;

    private Call(HttpRequestMessage request, TimeProvider clock)
    {
        _clock = clock;
        _start = clock.GetTimestamp();
        Method = request.Method.Method;
        Path = request.RequestUri!.AbsolutePath;
        var operation = ApiOperation.Of(request);
        Operation = operation?.Name;
        PathTemplate = operation?.PathTemplate;
    }

    public string Method { get; }

    /// <summary>The path of the request, without its query.</summary>
    public string Path { get; }

    /// <summary>The contract's <c>operationId</c>; null for a request that is not a generated client's.</summary>
    public string? Operation { get; }

    public string? PathTemplate { get; }

    /// <summary>The call's name in the logs.</summary>
    public string Name => Operation ?? Method;

    public TimeSpan Elapsed => _clock.GetElapsedTime(_start);

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
#if NET
        request.Options.Set(new HttpRequestOptionsKey<Call>(Key), call);
#else
        request.Properties[Key] = call;
#endif
        return call;
    }

    /// <summary>The call that a request belongs to.</summary>
    public static Call Of(HttpRequestMessage request)
    {
#if NET
        return request.Options.TryGetValue(new HttpRequestOptionsKey<Call>(Key), out var call) ? call : throw NoCall();
#else
        return request.Properties.TryGetValue(Key, out var call) ? (Call)call : throw NoCall();
#endif
    }

    private static InvalidOperationException NoCall() => new("The request has not passed through CallHandler.");
}
