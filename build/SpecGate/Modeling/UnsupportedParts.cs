using Plannr.SpecGate.Model;

namespace Plannr.SpecGate.Modeling;

/// <summary>The operations and types of a model that cannot be generated, themselves or for what they mention.</summary>
internal sealed class UnsupportedParts
{
    private readonly ApiModel _api;
    private readonly Dictionary<string, Refusal> _types;

    /// <param name="api">The whole model.</param>
    /// <param name="types">The types that cannot be generated themselves, each with the reason.</param>
    /// <param name="operations">What refuses each operation of the model itself; null for nothing.</param>
    public UnsupportedParts(ApiModel api, IReadOnlyDictionary<string, Refusal> types, IEnumerable<Refusal?> operations)
    {
        _api = api;
        _types = Spread(api, types);
        Operations = [.. api.Operations.Zip(operations, (operation, own) => own ?? MentionedTypes.Of(operation).Select(t => _types.GetValueOrDefault(t)).FirstOrDefault(r => r is not null))];
    }

    /// <summary>The reason for each operation of the model that cannot be generated; null for one that can.</summary>
    public IReadOnlyList<Refusal?> Operations { get; }

    /// <summary>The model without these parts, and without the types that nothing but these operations mentions.</summary>
    /// <param name="isComponent">Whether a type is a component of the contract, or written in one, and so stays if nothing mentions it.</param>
    public ApiModel LeaveOut(Func<string, bool> isComponent)
    {
        var operations = _api.Operations.Where((_, index) => Operations[index] is null).ToArray();
        var mentioned = Closure(operations.SelectMany(MentionedTypes.Of), new TypeIndex(_api));
        return _api with { Operations = operations, Types = [.. _api.Types.Where(t => !_types.ContainsKey(t.Name) && (isComponent(t.Name) || mentioned.Contains(t.Name)))] };
    }

    // A type cannot be generated if one that it mentions cannot.
    private static Dictionary<string, Refusal> Spread(ApiModel api, IReadOnlyDictionary<string, Refusal> refused)
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
