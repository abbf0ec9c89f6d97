using Newtonsoft.Json.Linq;

namespace Plannr.ContractFuzz.Tests.Trials;

/// <summary>Removes the parts of a failing contract that do not affect the fault.</summary>
internal sealed class Shrinking(Func<JObject, Task<string?>> fault, int trials)
{
    private int _left = trials;

    /// <summary>Returns the smallest contract with the same fault that was found.</summary>
    public async Task<JObject> ShrinkAsync(JObject contract)
    {
        var wanted = await fault(contract);
        for (var before = -1; before != Size(contract) && _left > 0;)
        {
            before = Size(contract);
            // Tries the largest parts first.
            foreach (var path in contract.Descendants().Where(IsRemovable).OrderByDescending(Size).Select(t => t.Path).ToArray())
            {
                if (_left <= 0)
                {
                    break;
                }

                var smaller = (JObject)contract.DeepClone();
                if (Find(smaller, path) is not { } part)
                {
                    continue;
                }

                Remove(part);
                _left--;
                contract = await fault(smaller) == wanted ? smaller : contract;
            }
        }

        return contract;
    }

    private static bool IsRemovable(JToken token) => token is JProperty || token.Parent is JArray;

    private static int Size(JToken token) => token is JContainer container ? 1 + container.Descendants().Count() : 1;

    // SelectToken returns the value of a property, and does not find every name.
    private static JToken? Find(JObject contract, string path) => contract.Descendants().FirstOrDefault(t => IsRemovable(t) && t.Path == path);

    // Removes the references to a removed component, too.
    private static void Remove(JToken part)
    {
        var root = (JObject)part.Root;
        part.Remove();
        if (part is JProperty component)
        {
            var reference = "#/components/schemas/" + component.Name;
            foreach (var value in root.Descendants().OfType<JProperty>().Where(p => p.Name == "$ref" && p.Value is JValue { Value: string text } && text == reference).Select(p => p.Parent!).Reverse().ToArray())
            {
                (value.Parent is JProperty property ? (JToken)property : value).Remove();
            }
        }
    }
}
