using System.Net;
using Plannr.Runtime.Requests;

namespace Plannr.Client.Sending;

/// <summary>The state of a call that the handlers share across all its attempts.</summary>
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

    /// <summary>Gets the path of the request, without its query.</summary>
    public string Path => _request.RequestUri!.AbsolutePath;

    /// <summary>Gets the <c>operationId</c> in the contract. Null for a request that no generated client created.</summary>
    public string? Operation => ApiOperation.Of(_request)?.Name;

    public string? PathTemplate => ApiOperation.Of(_request)?.PathTemplate;

    /// <summary>Gets the name of the call in the logs.</summary>
    public string Name => Operation ?? Method;

    /// <summary>Gets or sets the number of times that the request was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>Gets or sets the status of the last response. Null if no response was received.</summary>
    public HttpStatusCode? LastStatus { get; set; }

    /// <summary>Gets or sets a value that indicates whether the total timeout has passed.</summary>
    public bool IsOverdue { get; set; }

    /// <summary>Gets or sets a value that indicates whether the token provider was notified of a 401.</summary>
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
    /// <param name="clock">The clock that the call was started with.</param>
    public TimeSpan Elapsed(TimeProvider clock) => clock.GetElapsedTime(_start);

    /// <summary>Returns the call that a request belongs to.</summary>
    /// <exception cref="InvalidOperationException">The request has not passed through <see cref="CallHandler"/>.</exception>
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
