using Plannr.SpecGate.Model;

namespace Plannr.SpecGate.Modeling.Unsupported;

/// <summary>The operations and types of a model that cannot be generated, because of themselves or because of types that they use.</summary>
internal sealed class UnsupportedParts
{
    private readonly ApiModel _api;
    private readonly Dictionary<string, Refusal> _types;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="api">The whole model.</param>
    /// <param name="types">The types that cannot be generated because of themselves, each with the reason.</param>
    /// <param name="operations">The reason why each operation cannot be generated because of itself; null if there is none.</param>
    public UnsupportedParts(ApiModel api, IReadOnlyDictionary<string, Refusal> types, IEnumerable<Refusal?> operations)
    {
        _api = api;
        _types = WithUsers(api, types);
        Operations = [.. api.Operations.Zip(operations, (operation, own) => own ?? MentionedTypes.Of(operation).Select(t => _types.GetValueOrDefault(t)).FirstOrDefault(r => r is not null))];
    }

    /// <summary>Gets the reason why each operation cannot be generated; null if it can.</summary>
    public IReadOnlyList<Refusal?> Operations { get; }

    /// <summary>Returns the model without these parts, and without the types that only these operations use.</summary>
    /// <param name="isComponent">Returns whether a type is a component of the contract or inline in one, and is kept even if unused.</param>
    public ApiModel LeaveOut(Func<string, bool> isComponent)
    {
        var operations = _api.Operations.Where((_, index) => Operations[index] is null).ToArray();
        var mentioned = Closure(operations.SelectMany(MentionedTypes.Of), new TypeIndex(_api));
        return _api with { Operations = operations, Types = [.. _api.Types.Where(t => !_types.ContainsKey(t.Name) && (isComponent(t.Name) || mentioned.Contains(t.Name)))] };
    }

    // A type cannot be generated if a type that it uses cannot.
    private static Dictionary<string, Refusal> WithUsers(ApiModel api, IReadOnlyDictionary<string, Refusal> refused)
    {
        var users = api.Types.SelectMany(t => MentionedTypes.Of(t).Select(m => (Mentioned: m, User: t.Name))).ToLookup(m => m.Mentioned, m => m.User, StringComparer.Ordinal);
        var all = refused.ToDictionary(StringComparer.Ordinal);
        var open = new Queue<string>(refused.Keys);
        while (open.TryDequeue(out var type))
        {
            foreach (var user in users[type].Where(u => all.TryAdd(u, all[type])))
            {
                open.Enqueue(user);
            }
        }

        return all;
    }

    private static HashSet<string> Closure(IEnumerable<string> types, TypeIndex index)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(types);
        while (open.TryDequeue(out var type))
        {
            if (all.Add(type) && index.Find(type) is { } definition)
            {
                foreach (var mentioned in MentionedTypes.Of(definition))
                {
                    open.Enqueue(mentioned);
                }
            }
        }

        return all;
    }
}
