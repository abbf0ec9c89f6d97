using System.Diagnostics.CodeAnalysis;

namespace Plannr.Client;

/// <summary>Checks access tokens before they are sent, because .NET's exception for a malformed header contains the header's value.</summary>
internal static class Authorization
{
    /// <summary>A sentence that explains how to get an access token (https://api-how-to.plannrcrm.com/getting-started/authorization).</summary>
    public const string HowToGetToken =
        "Create a personal access token in Plannr (Settings, Account Details, \"Personal Access Tokens\"), or ask Plannr for one if that page is missing for you.";

    /// <summary>A sentence that describes a valid access token.</summary>
    public const string TokenRule = "It must contain only the token, without spaces, line breaks or non-ASCII characters.";

    public static bool IsToken([NotNullWhen(true)] string? text) => !string.IsNullOrEmpty(text) && text!.All(c => c is > ' ' and <= '~');
}
