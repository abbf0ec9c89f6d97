using System.Globalization;
using System.Text.RegularExpressions;

namespace Plannr.Sandbox.Connections;

/// <summary>Checks the names of providers, such as <c>fundment</c>. Plannr does not document a list of them, so any name is valid.</summary>
internal static partial class ProviderName
{
    public const string Expected = "A provider's name has 1 to 64 lower-case letters, digits, '-' and '_', such as fundment.";

    public static bool IsValid(string name) => Form().IsMatch(name);

    /// <summary>Returns a valid name.</summary>
    /// <exception cref="SandboxInputException">The name is not valid.</exception>
    public static string Checked(string name)
        => IsValid(name) ? name : throw new SandboxInputException("provider", $"'{name}' is not the name of a provider. {Expected}");

    /// <summary>Returns a display name for an unknown provider.</summary>
    public static string Label(string name) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.Replace('-', ' ').Replace('_', ' '));

    [GeneratedRegex(@"^[a-z0-9][a-z0-9_-]{0,63}\z")]
    private static partial Regex Form();
}
