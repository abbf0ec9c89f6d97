namespace Plannr.SpecGate.Modeling;

/// <summary>The names that are taken at a place, such as in a class or among the types.</summary>
internal sealed class NameScope(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.Ordinal);

    /// <summary>Takes a name, or the next free one by number, together with those that follow from it.</summary>
    /// <param name="wanted">The name.</param>
    /// <param name="derived">What else a name takes, such as the property that says whether it was set.</param>
    public string Take(string wanted, Func<string, string[]>? derived = null)
    {
        var name = wanted;
        for (var number = 2; !IsFree(name); number++)
        {
            name = wanted + number;
        }

        _taken.UnionWith([name, .. derived?.Invoke(name) ?? []]);
        return name;

        bool IsFree(string candidate) => !_taken.Contains(candidate) && derived?.Invoke(candidate).Any(_taken.Contains) != true;
    }
}
