using System.Globalization;
using System.Text.RegularExpressions;

namespace Plannr.Sandbox.Connections;

/// <summary>The name of a provider, such as <c>fundment</c>. Plannr documents no list of them, so any name works.</summary>
internal static partial class ProviderName
{
    public const string Expected = "A provider's name has 1 to 64 lower-case letters, digits, '-' and '_', such as fundment.";

    public static bool IsValid(string name) => Form().IsMatch(name);

    /// <exception cref="SandboxInputException">The name is not valid.</exception>
    public static string Checked(string name)
        => IsValid(name) ? name : throw new SandboxInputException("provider", $"'{name}' is not the name of a provider. {Expected}");

    /// <summary>Returns the name as people read it, for a provider of which nothing else is known.</summary>
    public static string Label(string name) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.Replace('-', ' ').Replace('_', ' '));

    [GeneratedRegex(@"^[a-z0-9][a-z0-9_-]{0,63}\z")]
    private static partial Regex Form();
}
