using System.CommandLine;
using System.CommandLine.Parsing;

namespace Plannr.Cli.Commands;

/// <summary>UUIDs on the command line.</summary>
internal static class UuidArgument
{
    public const string Example = "6ff8f7f6-1eb3-3525-be4a-3932c805afed";

    /// <summary>The argument <c>uuid</c>, a connection's.</summary>
    public static Argument<Guid> OfConnection()
        => new("uuid") { HelpName = "uuid", Description = "The UUID of the connection; 'plannr connections list' shows it.", CustomParser = result => Parse(result, "of a connection") };

    /// <summary>The argument <c>uuid</c>, a webhook subscription's.</summary>
    public static Argument<Guid> OfWebhookSubscription()
        => new("uuid") { HelpName = "uuid", Description = "The UUID of the webhook subscription; 'plannr webhooks list' shows it.", CustomParser = result => Parse(result, "of a webhook subscription") };

    /// <summary>Reads a UUID in the form in which the API writes it.</summary>
    /// <param name="result">Takes the error, where it is none.</param>
    /// <param name="whose">Says in the error what it is the UUID of.</param>
    public static Guid Parse(ArgumentResult result, string whose)
    {
        var text = result.Tokens.Single().Value;
        if (TryParse(text, out var value))
        {
            return value;
        }

        result.AddError($"'{text}' is not the UUID {whose}, such as {Example}.");
        return default;
    }

    public static bool TryParse(string text, out Guid value) => Guid.TryParseExact(text, "D", out value) && value != Guid.Empty;
}
