using Newtonsoft.Json.Linq;

namespace Plannr.ContractFuzz.Tests.Contracts;

/// <summary>The components of a contract, in the order in which they may refer to each other.</summary>
/// <param name="names">Their names.</param>
internal sealed class ComponentKinds(IReadOnlyList<string> names)
{
    private readonly HashSet<int> _classes = [];

    public IReadOnlyList<string> Names => names;

    public int Count => names.Count;

    /// <summary>Those that are classes, by their numbers.</summary>
    public IEnumerable<int> Classes => _classes;

    public void AddClass(int number) => _classes.Add(number);

    public bool IsClass(JObject reference) => _classes.Any(c => JToken.DeepEquals(Reference(c), reference));

    public string Pointer(int number) => "#/components/schemas/" + names[number];

    public JObject Reference(int number) => new() { ["$ref"] = Pointer(number) };
}
