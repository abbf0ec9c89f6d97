using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Corpus;

/// <summary>
/// Names the operations of a document the way that the gate wants (<c>Group_Method</c>), which hardly any public document does.
/// </summary>
internal static class OperationNames
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public static JObject Read(string path)
    {
        // Text that looks like a date is still text.
        using var reader = new JsonTextReader(File.OpenText(path)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    /// <summary>Gives each operation a name, made of its first tag, or of the first segment of its path, and of its operationId.</summary>
    public static void Set(JObject document)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in (document["paths"] as JObject)?.Properties() ?? [])
        {
            foreach (var method in (path.Value as JObject)?.Properties().Where(p => Methods.Contains(p.Name)) ?? [])
            {
                if (method.Value is not JObject operation)
                {
                    continue;
                }

                var group = Word((string?)(operation["tags"] as JArray)?.FirstOrDefault() ?? path.Name.Split('/').FirstOrDefault(s => s.Length > 0 && s[0] != '{') ?? "", "Root");
                var name = $"{group}_{Word((string?)operation["operationId"] ?? $"{method.Name} {path.Name}", "Call")}";
                var unique = name;
                for (var number = 2; !taken.Add(unique); number++)
                {
                    unique = name + number.ToString(CultureInfo.InvariantCulture);
                }

                operation["operationId"] = unique;
            }
        }
    }

    // The gate has names begin with a letter, and consist of those of ASCII.
    private static string Word(string text, string fallback)
    {
        var word = new StringBuilder();
        var startsWord = true;
        foreach (var character in text)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                word.Append(startsWord ? char.ToUpperInvariant(character) : character);
            }

            startsWord = !char.IsAsciiLetterOrDigit(character);
        }

        return word.Length == 0 ? fallback : char.IsAsciiDigit(word[0]) ? fallback + word : word.ToString();
    }
}
