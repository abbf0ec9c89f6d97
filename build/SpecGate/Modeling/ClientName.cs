using System.Text.RegularExpressions;
using Plannr.SpecGate.Contract;

namespace Plannr.SpecGate.Modeling;

/// <summary>
/// Names groups of operations, and so their clients. A name depends on nothing but the operation that it is for, so that no other
/// operation changes it.
/// </summary>
internal static partial class ClientName
{
    private const string Taken = "Group";

    /// <summary>The words of a group: those of the first tag, or else of the first segment of the path that names something.</summary>
    public static string Words(string? tag, string path)
        => path.Split('/').Where(s => !Version().IsMatch(s)).Select(s => RequestPath.Replace(s, "")).Prepend(tag ?? "")
            .Select(w => Identifier.Pascal(w, "")).FirstOrDefault(w => w.Length > 0) ?? "Default";

    /// <summary>The name of the group with these words, whose class and interface have names that no other group and no type of the runtime has.</summary>
    public static string Derive(string words) => AvoidRuntime(AvoidInterface(char.IsDigit(words[0]) ? Taken + words : words));

    /// <summary>The name of a group, unless the class of that name is one that generated code needs itself.</summary>
    public static string AvoidRuntime(string name) => RuntimeTypes.Names.Contains(name + "Client") ? name + Taken : name;

    /// <summary>A name whose class cannot be taken for the interface of another group: <c>IAM</c> becomes <c>Iam</c>.</summary>
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
        return IsLikeInterface(lowered) ? Taken + name : lowered;
    }

    private static bool IsLikeInterface(string name) => name is ['I', var second, ..] && !char.IsLower(second) && !char.IsDigit(second);

    // Such as api, v1, v2.1, v1beta1, 2010-04-01.
    [GeneratedRegex(@"^(api|v?[0-9]+([._-][0-9]+)*((alpha|beta|rc)[0-9]*)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
