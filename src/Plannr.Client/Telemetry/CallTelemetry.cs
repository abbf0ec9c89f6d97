using System.Diagnostics;
using System.Diagnostics.Metrics;
using Plannr.Client.Sending;
using Plannr.Generated;

namespace Plannr.Client.Telemetry;

/// <summary>
/// Records the trace and the duration of a call with the <see cref="ActivitySource"/> and the <see cref="Meter"/>
/// <c>Plannr.Client</c>, as OpenTelemetry's conventions for HTTP clients specify. URLs are recorded without their query.
/// </summary>
internal readonly struct CallTelemetry : IDisposable
{
    private const string Name = "Plannr.Client";

    /// <summary>The meter of all instruments of the client.</summary>
    public static readonly Meter Meter = new(Name);

    private static readonly ActivitySource Source = new(Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "http.client.request.duration", "s", "Duration of calls, including retries and delays.");

    private readonly Call _call;
    private readonly Uri _url;
    private readonly Activity? _activity;

    private CallTelemetry(Call call, Uri url)
    {
        _call = call;
        _url = url;
        _activity = Source.HasListeners() ? Source.StartActivity(call.PathTemplate is null ? call.Method : $"{call.Method} {call.PathTemplate}", ActivityKind.Client) : null;
        if (_activity is { IsAllDataRequested: true })
        {
            _activity.SetTag("http.request.method", call.Method);
            _activity.SetTag("server.address", url.Host);
            _activity.SetTag("server.port", url.Port);
            _activity.SetTag("url.full", url.GetLeftPart(UriPartial.Path));
            _activity.SetTag("url.template", call.PathTemplate);
            _activity.SetTag("plannr.operation", call.Operation);
        }
    }

    public static CallTelemetry Start(Call call, Uri url) => new(call, url);

    public void End(int status, TimeSpan elapsed) => End(status, elapsed, status >= 400 ? status.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);

    public void Fail(Exception exception, TimeSpan elapsed)
        => End((exception as PlannrApiException)?.StatusCode is { } status and > 0 ? status : null, elapsed, exception.GetType().FullName);

    public void Dispose() => _activity?.Dispose();

    private void End(int? status, TimeSpan elapsed, string? error)
    {
        var retries = Math.Max(0, _call.Attempts - 1);
        if (_activity is not null)
        {
            _activity.SetTag("http.response.status_code", status);
            _activity.SetTag("error.type", error);
            if (retries > 0)
            {
                _activity.SetTag("http.request.resend_count", retries);
            }

            if (error is not null)
            {
                _activity.SetStatus(ActivityStatusCode.Error);
            }
        }

        if (Duration.Enabled)
        {
            var tags = new TagList
            {
                { "http.request.method", _call.Method },
                { "server.address", _url.Host },
                { "server.port", _url.Port },
                { "url.template", _call.PathTemplate },
                { "plannr.operation", _call.Operation },
                { "http.request.resend_count", retries },
            };
            if (status is not null)
            {
                tags.Add("http.response.status_code", status);
            }

            if (error is not null)
            {
                tags.Add("error.type", error);
            }

            Duration.Record(elapsed.TotalSeconds, tags);
        }
    }
}
