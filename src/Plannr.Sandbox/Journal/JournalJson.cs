using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.Journal;

/// <summary>Formats entries of the journal as JSON.</summary>
internal static class JournalJson
{
    public static JObject Of(SandboxRequest request) => new()
    {
        ["number"] = request.Number,
        ["time"] = request.Time.ToString("O"),
        ["duration_ms"] = Math.Round(request.Duration.TotalMilliseconds, 1),
        ["method"] = request.Method,
        ["path"] = request.Path,
        ["query"] = request.Query,
        ["headers"] = new JObject(request.Headers.Select(h => new JProperty(h.Key, h.Value))),
        ["body"] = request.Body,
        ["operation"] = request.Operation,
        ["status"] = request.Status,
        ["fault"] = request.Fault == SandboxFault.None ? null : request.Fault.ToString(),
        ["violations"] = new JArray(request.Violations),
    };

    public static JObject Of(SandboxEmail email) => new()
    {
        ["simulation"] = true,
        ["kind"] = email.Kind switch
        {
            SandboxEmailKind.ExpiresIn14Days => "expires_in_14_days",
            SandboxEmailKind.ExpiresIn7Days => "expires_in_7_days",
            _ => "expired",
        },
        ["sent_at"] = email.SentAt.ToString("O"),
        ["account"] = email.Account.ToString(),
        ["connection"] = email.Connection.ToString(),
        ["provider"] = email.Provider,
        ["label"] = email.Label,
        ["expires_at"] = email.ExpiresAt.ToString("O"),
    };
}
