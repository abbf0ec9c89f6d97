using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>Collects the JSON schemas of the classes that a schema refers to.</summary>
/// <param name="referencePrefix">The prefix of a class's name in a reference.</param>
/// <param name="name">Returns the name of a class.</param>
internal sealed class SchemaDefinitions(string referencePrefix, Func<Type, string> name)
{
    private readonly Dictionary<Type, string> _names = [];
    private readonly HashSet<string> _repeated = new(StringComparer.Ordinal);

    // A queue instead of recursion, because classes can refer to each other in cycles and in long chains.
    private readonly Queue<(string Name, JsonMembers Members)> _pending = new();

    /// <summary>Creates the schema of a scalar type.</summary>
    public static JObject Scalar(string type, string? format = null)
    {
        var schema = new JObject { ["type"] = type };
        if (format is not null)
        {
            schema["format"] = format;
        }

        return schema;
    }

    /// <summary>Extends a schema so that it also allows null.</summary>
    public static JObject OrNull(JObject schema)
    {
        if (schema["$ref"] is not null)
        {
            return new JObject { ["oneOf"] = new JArray(new JObject { ["type"] = "null" }, schema) };
        }

        if (schema["type"] is { } type)
        {
            schema["type"] = new JArray([JValue.CreateString("null"), .. type is JArray types ? types : [type]]);
        }

        return schema;
    }

    /// <summary>Creates a reference to a class and adds the schema of the class to the definitions.</summary>
    /// <exception cref="InvalidOperationException">Another class has the same name.</exception>
    public JObject Reference(Type type, JsonMembers members)
    {
        if (_names.TryGetValue(type, out var known))
        {
            _repeated.Add(known);
            return Reference(known);
        }

        var own = name(type);
        if (_names.FirstOrDefault(n => n.Value == own).Key is { } other)
        {
            throw new InvalidOperationException($"The schemas of {type} and {other} have the same name, '{own}'. Pass a function that returns a different name for each type.");
        }

        _names.Add(type, own);
        _pending.Enqueue((own, members));
        return Reference(own);
    }

    /// <summary>Returns a schema with the definitions of the classes that it refers to in <c>$defs</c>.</summary>
    public JObject Complete(JObject root)
    {
        var definitions = new JObject();
        while (_pending.Count > 0)
        {
            var (own, members) = _pending.Dequeue();
            definitions[own] = members.Schema(this);
        }

        // If the root is a reference to a class, the schema of the class replaces it.
        if (root["$ref"] is not null)
        {
            var own = definitions.Properties().First();
            root = (JObject)own.Value.DeepClone();
            if (!_repeated.Contains(own.Name))
            {
                own.Remove();
            }
        }

        if (definitions.Count > 0)
        {
            root["$defs"] = definitions;
        }

        return root;
    }

    private JObject Reference(string own) => new() { ["$ref"] = referencePrefix + own };
}
