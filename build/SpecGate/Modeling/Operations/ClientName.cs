using System.Text.RegularExpressions;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Modeling.Names;

namespace Plannr.SpecGate.Modeling.Operations;

/// <summary>
/// Names groups of operations, and thereby their clients. A name depends only on its operation, so that other operations do not
/// change it.
/// </summary>
internal static partial class ClientName
{
    private const string Affix = "Group";

    /// <summary>
    /// Returns the words of a group: those of the first tag, or else of the first segment of the path that is not a version or a
    /// placeholder.
    /// </summary>
    public static string Words(string? tag, string path)
        => path.Split('/').Where(s => !Version().IsMatch(s)).Select(s => OperationPath.Replace(s, "")).Prepend(tag ?? "")
            .Select(w => Identifier.Pascal(w, "")).FirstOrDefault(w => w.Length > 0) ?? "Default";

    /// <summary>Returns the name of a group. Its class and interface cannot conflict with those of other groups or with types of the runtime.</summary>
    public static string Derive(string words) => AvoidRuntime(AvoidInterface(char.IsDigit(words[0]) ? Affix + words : words));

    /// <summary>Returns the name with a suffix if its class would have the name of a type that generated code uses.</summary>
    public static string AvoidRuntime(string name) => RuntimeTypes.Names.Contains(name + "Client") ? name + Affix : name;

    /// <summary>Returns a name whose class cannot have the name of another group's interface: <c>IAM</c> becomes <c>Iam</c>.</summary>
    public static string AvoidInterface(string name)
    {
        if (!IsLikeInterface(name))
        {
            return name;
        }

        // The last of several capitals begins the next word: IPAddresses becomes IpAddresses.
        var capitals = name.Skip(1).TakeWhile(char.IsUpper).Count();
        var end = capitals > 1 && capitals + 1 < name.Length && char.IsLower(name[capitals + 1]) ? capitals : capitals + 1;
        var lowered = name[0] + name[1..end].ToLowerInvariant() + name[end..];
        return IsLikeInterface(lowered) ? Affix + name : lowered;
    }

    private static bool IsLikeInterface(string name) => name is ['I', var second, ..] && !char.IsLower(second) && !char.IsDigit(second);

    // Such as api, v1, v2.1, v1beta1, 2010-04-01.
    [GeneratedRegex(@"^(api|v?[0-9]+([._-][0-9]+)*((alpha|beta|rc)[0-9]*)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
