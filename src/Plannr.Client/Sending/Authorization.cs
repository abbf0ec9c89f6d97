using System.Diagnostics.CodeAnalysis;

namespace Plannr.Client.Sending;

/// <summary>What an access token may be. One that is none is refused here, as the exception for a malformed header would quote it.</summary>
internal static class Authorization
{
    /// <summary>Says how to get a token, in a sentence (https://api-how-to.plannrcrm.com/getting-started/authorization).</summary>
    public const string HowToGetToken =
        "Create a personal access token in Plannr (Settings, Account Details, \"Personal Access Tokens\"), or ask Plannr for one if that page is missing for you.";

    public const string NoToken = "not an access token: it is empty, or holds a space, a line break or a character that no token has";

    public static bool IsToken([NotNullWhen(true)] string? text) => !string.IsNullOrEmpty(text) && text!.All(c => c is > ' ' and <= '~');
}
