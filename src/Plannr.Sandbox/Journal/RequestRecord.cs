using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Plannr.Sandbox.Journal;

/// <summary>Records a request, and adds it to the journal when its result is known.</summary>
internal sealed class RequestRecord
{
    private const int MaxBody = 16 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly RequestJournal _journal;
    private readonly TimeProvider _timeProvider;
    private readonly long _start;
    private readonly SecretMask _mask;
    private SandboxRequest? _request;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="mask">Replaces secrets.</param>
    /// <param name="clock">The sandbox's clock.</param>
    /// <param name="timeProvider">The clock of durations.</param>
    /// <param name="request">The request.</param>
    /// <param name="operation">The operationId; null if the contract has no operation for the request.</param>
    public RequestRecord(RequestJournal journal, SecretMask mask, TimeProvider clock, TimeProvider timeProvider, HttpRequest request, string? operation)
    {
        _journal = journal;
        _mask = mask;
        _timeProvider = timeProvider;
        _start = timeProvider.GetTimestamp();
        var target = (request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? $"{request.Path}{request.QueryString}").Split('?', 2);
        _request = new SandboxRequest
        {
            Number = 0,
            Time = clock.GetUtcNow(),
            Duration = TimeSpan.Zero,
            Method = request.Method,
            Path = mask.Path(target[0]),
            Query = target.Length > 1 ? mask.Query("?" + target[1]) : "",
            Headers = request.Headers.ToDictionary(h => h.Key, h => mask.Header(h.Key, h.Value.ToString()), StringComparer.OrdinalIgnoreCase),
            Body = null,
            Operation = operation,
            Status = null,
            Fault = SandboxFault.None,
            Violations = [],
        };
    }

    /// <summary>Adds the body, the fault and the violations, after the request was read.</summary>
    public void Describe(byte[]? body, SandboxFault fault, IReadOnlyList<string> violations)
        => _request = _request! with { Body = body is { Length: > 0 } ? Text(body) : null, Fault = fault, Violations = violations };

    /// <summary>Adds the request to the journal. Further calls have no effect.</summary>
    /// <param name="status">The status code of the response; null if no response is sent.</param>
    public void Complete(int? status)
    {
        if (Interlocked.Exchange(ref _request, null) is { } request)
        {
            _journal.Add(request with { Status = status, Duration = _timeProvider.GetElapsedTime(_start) });
        }
    }

    private string? Text(byte[] body)
    {
        try
        {
            var text = _mask.Body(body, Strict.GetString(body));
            return text.Length > MaxBody ? text[..MaxBody] : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
