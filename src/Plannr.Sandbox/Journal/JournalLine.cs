using System.Globalization;
using System.Text;

namespace Plannr.Sandbox.Journal;

/// <summary>Formats entries of the journal as single lines, for a terminal.</summary>
internal static class JournalLine
{
    public static string Of(SandboxRequest request)
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{request.Time:HH:mm:ss} {request.Method} {request.Path}{request.Query} ");
        line.Append(request.Status is { } status ? status.ToString(CultureInfo.InvariantCulture) : "no response");
        line.Append(CultureInfo.InvariantCulture, $" in {request.Duration.TotalMilliseconds:0} ms");
        if (request.Fault != SandboxFault.None)
        {
            line.Append(CultureInfo.InvariantCulture, $", fault {request.Fault}");
        }

        if (request.Violations.Count > 0)
        {
            line.Append(CultureInfo.InvariantCulture, $", contract violated: {string.Join(" ", request.Violations)}");
        }

        return Printable(line);
    }

    public static string Of(SandboxEmail email)
        => Printable(new StringBuilder(string.Create(
            CultureInfo.InvariantCulture,
            $"{email.SentAt:HH:mm:ss} Simulated e-mail: {Subject(email)} on {email.ExpiresAt:yyyy-MM-dd}. Connection {email.Connection}{(email.Label is { } label ? $", '{label}'" : "")}.")));

    /// <summary>Returns the beginning of an e-mail's text.</summary>
    public static string Subject(SandboxEmail email) => email.Kind switch
    {
        SandboxEmailKind.ExpiresIn14Days => "the connection expires in 14 days,",
        SandboxEmailKind.ExpiresIn7Days => "the connection expires in 7 days,",
        _ => "the connection expired",
    };

    // Control characters and characters that change the reading direction could alter other lines of the terminal.
    private static string Printable(StringBuilder line)
        => string.Concat(line.ToString().Select(c => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? $"\\u{(int)c:x4}"
            : $"{c}"));
}
