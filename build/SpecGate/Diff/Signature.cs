using Plannr.SpecGate.Contract;

namespace Plannr.SpecGate.Diff;

/// <summary>The arguments of a generated method, in their order: C# lets callers pass them by position.</summary>
internal sealed class Signature
{
    private const string Body = "body";

    private readonly List<string> _keys;
    private readonly Dictionary<string, string> _names;

    /// <param name="parameters">The parameters by their keys, in the order of the contract.</param>
    /// <param name="body">The request body, if there is one.</param>
    public Signature(IReadOnlyDictionary<string, Located> parameters, Located? body)
    {
        var arguments = parameters.Select(p => (p.Key, IsRequired: p.Value.Node.Text("required") == "true")).ToList();
        if (body is not null)
        {
            arguments.Add((Body, body.Node.Text("required") == "true"));
        }

        // An argument with a default value stands behind those without one; OrderBy keeps the order of equals.
        _keys = [.. arguments.OrderBy(a => !a.IsRequired).Select(a => a.Key)];
        _names = parameters.ToDictionary(p => p.Key, p => p.Value.Node.Text("name")!, StringComparer.Ordinal);
    }

    /// <summary>Whether an argument pushes back one that another signature has too.</summary>
    public bool StandsBeforeOneOf(string key, Signature other) => _keys.SkipWhile(k => k != key).Skip(1).Any(other._keys.Contains);

    /// <summary>Whether the arguments that both have follow each other alike.</summary>
    public bool HasOrderOf(Signature other) => Shared(other).SequenceEqual(other.Shared(this));

    /// <summary>The names of the arguments that another signature has too.</summary>
    public string NamesSharedWith(Signature other) => string.Join(", ", Shared(other).Select(k => _names.GetValueOrDefault(k, Body)));

    private IEnumerable<string> Shared(Signature other) => _keys.Where(other._keys.Contains);
}
