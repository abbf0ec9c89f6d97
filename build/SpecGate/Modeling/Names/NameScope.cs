namespace Plannr.SpecGate.Modeling.Names;

/// <summary>The names that are in use in a scope, such as in a class or among the types.</summary>
internal sealed class NameScope(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.Ordinal);

    /// <summary>Reserves a name and the name derived from it. If one of them is in use, a number is appended to the name.</summary>
    /// <param name="wanted">The preferred name.</param>
    /// <param name="derived">Returns the name that is derived from a name, such as that of a method.</param>
    public string Take(string wanted, Func<string, string>? derived = null)
    {
        var name = wanted;
        for (var number = 2; !IsFree(name); number++)
        {
            name = wanted + number;
        }

        _taken.Add(name);
        _taken.Add(derived?.Invoke(name) ?? name);
        return name;

        bool IsFree(string candidate) => !_taken.Contains(candidate) && !_taken.Contains(derived?.Invoke(candidate) ?? candidate);
    }
}
