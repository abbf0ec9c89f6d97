using System.CommandLine;
using System.CommandLine.Parsing;

namespace Plannr.Cli.Commands;

/// <summary>Creates and parses UUIDs on the command line.</summary>
internal static class UuidArgument
{
    public const string Example = "6ff8f7f6-1eb3-3525-be4a-3932c805afed";

    /// <summary>Creates the argument <c>uuid</c> for a connection.</summary>
    public static Argument<Guid> OfConnection()
        => new("uuid") { HelpName = "uuid", Description = "The UUID of the connection; 'plannr connections list' shows it.", CustomParser = result => Parse(result, "of a connection") };

    /// <summary>Creates the argument <c>uuid</c> for a webhook subscription.</summary>
    public static Argument<Guid> OfWebhookSubscription()
        => new("uuid") { HelpName = "uuid", Description = "The UUID of the webhook subscription; 'plannr webhooks list' shows it.", CustomParser = result => Parse(result, "of a webhook subscription") };

    /// <summary>Parses a UUID in the format of the API.</summary>
    /// <param name="result">The argument, which receives the error.</param>
    /// <param name="whose">The kind of resource in the error message, such as "of a connection".</param>
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
