using Newtonsoft.Json.Linq;

namespace Plannr.ContractFuzz.Tests.Contracts;

/// <summary>Draws names. Most are plain, because contracts with many nasty names are rare.</summary>
internal sealed class Names(Draw draw)
{
    private static readonly string[] Plain = ["name", "title", "count", "created_at", "owner-id", "kind", "status", "items", "total", "note", "unit", "level", "color", "weight", "parent", "label", "amount", "city", "currency", "email", "expires_at", "first_name", "height", "image", "language", "line1", "method", "number", "order", "phone", "price", "reason", "size", "state", "tags", "zip"];

    public string Property() => draw.Chance(18) ? draw.Pick(NastyNames.Any) : draw.Pick(Plain);

    public string Parameter() => draw.Chance(20) ? draw.Pick(NastyNames.Any) : draw.Pick(Plain);

    public string Header() => draw.Chance(25) ? draw.Pick(NastyNames.Header) : "X-" + draw.Pick(Plain);

    public string EnumValue() => draw.Chance(30) ? draw.Pick(NastyNames.Any) : draw.Pick(Plain);

    /// <summary>Returns unique names of components.</summary>
    public IReadOnlyList<string> Components(int count)
    {
        var names = new List<string>();
        while (names.Count < count)
        {
            var name = draw.Chance(25) ? draw.Pick(NastyNames.Component) : $"{char.ToUpperInvariant(Word()[0])}{Word()[1..]}{names.Count}";
            if (!names.Contains(name))
            {
                names.Add(name);
            }
        }

        return names;

        string Word() => Plain[names.Count % Plain.Length].Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
    }

    public string Operation(int number) => draw.Chance(15) ? draw.Pick(NastyNames.Operation) : $"{draw.Pick(["Things", "Orders", "Users"])}_Call{number}";

    /// <summary>Returns the name of a placeholder that a path can contain.</summary>
    public string Placeholder(JObject taken)
    {
        while (true)
        {
            var name = Parameter();
            if (name.Length > 0 && name.IndexOfAny(['{', '}', '/', '?', '#']) < 0 && !taken.ContainsKey(name))
            {
                taken[name] = true;
                return name;
            }
        }
    }
}
