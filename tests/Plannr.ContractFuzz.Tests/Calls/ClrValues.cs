using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.ContractFuzz.Tests.Values;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.ContractFuzz.Tests.Calls;

/// <summary>Converts JSON to values of generated types and back by reflection, without the converters of the runtime.</summary>
internal static class ClrValues
{
    /// <summary>Creates a value as an application does: with constructors and properties.</summary>
    /// <exception cref="CallFault">The type cannot hold the value.</exception>
    public static object? Build(JsonNode? json, Type type, Draw draw)
    {
        if (type == typeof(JToken))
        {
            return Token(json);
        }

        if (json is null)
        {
            return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? throw new CallFault("null for a struct that is not nullable", type.Name) : null;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;

        if (type == typeof(ApiFile))
        {
            return new ApiFile(new MemoryStream(Encoding.UTF8.GetBytes(json.GetValue<string>())), draw.Pick([null, "a.txt", "\"ü\".txt"]));
        }

        if (typeof(Union).IsAssignableFrom(type))
        {
            return BuildUnion(json, type, draw);
        }

        if (typeof(ApiObject).IsAssignableFrom(type))
        {
            return BuildObject(json as JsonObject ?? throw Misfit(json, type), type, draw);
        }

        if (type.GetInterface(typeof(IExtensibleEnumeration<,>).Name) is { } enumeration)
        {
            return Activator.CreateInstance(type, Build(json, enumeration.GenericTypeArguments[1], draw));
        }

        return type.IsGenericType ? BuildContainer(json, type, draw) : Primitive(json, type);
    }

    /// <summary>Converts a value to JSON, without the converters of the runtime.</summary>
    public static JsonNode? Render(object? value) => value switch
    {
        null => null,
        JToken token => JsonNode.Parse(token.ToString(Formatting.None)),
        Union union => RenderUnion(union),
        ApiObject members => RenderObject(members),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        Guid uuid => JsonValue.Create(uuid.ToString("D")),
        DateTimeOffset time => JsonValue.Create(time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)),
        DateOnly date => JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Uri uri => JsonValue.Create(uri.OriginalString),
        byte[] bytes => JsonValue.Create(Convert.ToBase64String(bytes)),
        // The JSON number does not fit the type.
        float number when !float.IsFinite(number) => throw new OverflowException(),
        double number when !double.IsFinite(number) => throw new OverflowException(),
        IConvertible number when number.GetTypeCode() is > TypeCode.Char and < TypeCode.DateTime => JsonNode.Parse(((IFormattable)number).ToString(null, CultureInfo.InvariantCulture)),
        IDictionary map => new JsonObject(map.Keys.Cast<string>().Select(k => KeyValuePair.Create(k, Render(map[k])))),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Render)]),
        _ when value.GetType().GetInterface(typeof(IExtensibleEnumeration<,>).Name) is not null => Render(value.GetType().GetProperty("Value")!.GetValue(value)),
        _ => throw new CallFault($"a value of the unexpected type {value.GetType().Name}", ""),
    };

    /// <summary>Converts a value to JSON. The runtime converts objects and unions.</summary>
    public static JsonNode? Write(object? value) => value switch
    {
        ApiObject members => JsonNode.Parse(PlannrJson.Serialize(members)),
        Union union => JsonNode.Parse(union.Json.ToString(Formatting.None)),
        string or byte[] or JToken => Render(value),
        IDictionary map => new JsonObject(map.Keys.Cast<string>().Select(k => KeyValuePair.Create(k, Write(map[k])))),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Write)]),
        _ => Render(value),
    };

    /// <summary>Returns the value of the C# property for a JSON property.</summary>
    public static object? Property(ApiObject owner, string name) => Properties(owner.GetType())[name].GetValue(owner);

    private static object? BuildUnion(JsonNode json, Type type, Draw draw)
    {
        var constructors = type.GetConstructors().Where(c => c.GetParameters()[0].ParameterType != typeof(JToken)).ToArray();
        foreach (var constructor in draw.Chance(25) ? [] : constructors)
        {
            // Uses an alternative that can hold the value without loss.
            try
            {
                var value = Build(json, constructor.GetParameters()[0].ParameterType, draw);
                if (JsonEquality.Difference(json, Render(value)) is null)
                {
                    return constructor.Invoke([value]);
                }
            }
            catch (Exception exception) when (exception is CallFault or FormatException or OverflowException)
            {
                // Try the next alternative.
            }
        }

        return type.GetConstructor([typeof(JToken)])!.Invoke([Token(json)]);
    }

    private static object BuildObject(JsonObject json, Type type, Draw draw)
    {
        type = Subtype(json, type);
        var value = Activator.CreateInstance(type)!;
        var properties = Properties(type);
        foreach (var (name, member) in json)
        {
            if (properties.TryGetValue(name, out var property))
            {
                // Keeps a discriminator that the constructor has set.
                if (!IsSet(value, property) || JsonEquality.Difference(member, Render(property.GetValue(value))) is not null)
                {
                    property.SetValue(value, Build(member, property.PropertyType, draw));
                }
            }
            else if (type.GetProperty("AdditionalProperties")?.GetValue(value) is IDictionary<string, JToken> others)
            {
                others[name] = Token(member);
            }
            else
            {
                throw new CallFault("a JSON property has no C# property", $"{type.Name} has no property for '{name}'");
            }
        }

        return value;
    }

    private static Type Subtype(JsonObject json, Type type)
        => ((ApiObject)Activator.CreateInstance(type)!).JsonMembers.Create((JObject)Token(json), type)?.GetType() ?? type;

    private static object BuildContainer(JsonNode json, Type type, Draw draw)
    {
        var item = type.GenericTypeArguments[^1];
        if (type.GenericTypeArguments.Length == 2)
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), item))!;
            foreach (var (name, value) in json as JsonObject ?? throw Misfit(json, type))
            {
                map[name] = Build(value, item, draw);
            }

            return map;
        }

        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        foreach (var value in json as JsonArray ?? throw Misfit(json, type))
        {
            list.Add(Build(value, item, draw));
        }

        return list;
    }

    private static object Primitive(JsonNode json, Type type)
    {
        var text = json is JsonValue value ? value.ToString() : throw Misfit(json, type);
        var kind = json.GetValueKind();
        var isText = type == typeof(string) || type == typeof(Guid) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(Uri) || type == typeof(byte[]) || type == typeof(TimeSpan);
        if (kind == System.Text.Json.JsonValueKind.String != isText || (kind is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False) != (type == typeof(bool)))
        {
            throw Misfit(json, type);
        }

        return type == typeof(string) ? text
            : type == typeof(Guid) ? Guid.Parse(text)
            : type == typeof(DateTimeOffset) ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
            : type == typeof(DateOnly) ? DateOnly.Parse(text, CultureInfo.InvariantCulture)
            : type == typeof(Uri) ? new Uri(text, UriKind.RelativeOrAbsolute)
            : type == typeof(byte[]) ? Convert.FromBase64String(text)
            : type == typeof(decimal) ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
            : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
    }

    private static JsonNode? RenderUnion(Union union)
    {
        var json = JsonNode.Parse(union.Json.ToString(Formatting.None));
        foreach (var alternative in Alternatives(union))
        {
            // A double is only the nearest value.
            if (alternative is not (double or float) && JsonEquality.Difference(json, Render(alternative)) is { } difference)
            {
                throw new CallFault("a union is read as an alternative that loses data", $"{union.GetType().Name} as {alternative.GetType().Name}: {difference}");
            }
        }

        return json;
    }

    /// <summary>Returns the value of a union as each alternative that matches.</summary>
    public static IReadOnlyList<object> Alternatives(Union union)
        => [.. union.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => m.Name.StartsWith("As", StringComparison.Ordinal) && m.GetParameters().Length == 0)
            .Select(m => m.Invoke(union, [])).OfType<object>()];

    private static JsonObject RenderObject(ApiObject value)
    {
        var json = new JsonObject();
        foreach (var (name, property) in Properties(value.GetType()))
        {
            if (IsSet(value, property))
            {
                json[name] = Render(property.GetValue(value));
            }
        }

        foreach (var (name, other) in value.GetType().GetProperty("AdditionalProperties")?.GetValue(value) as IDictionary<string, JToken> ?? new Dictionary<string, JToken>())
        {
            json[name] = Render(other);
        }

        return json;
    }

    private static bool IsSet(object owner, PropertyInfo property) => PlannrJson.IsSet((ApiObject)owner, property.Name);

    private static Dictionary<string, PropertyInfo> Properties(Type type)
        => type.GetProperties().Where(p => p.IsDefined(typeof(JsonPropertyAttribute))).ToDictionary(p => p.GetCustomAttribute<JsonPropertyAttribute>()!.PropertyName!);

    private static JToken Token(JsonNode? json) => json switch
    {
        JsonObject members => new JObject(members.Select(m => new JProperty(m.Key, Token(m.Value)))),
        JsonArray list => new JArray(list.Select(Token)),
        _ => Scalar(json?.ToJsonString() ?? "null"),
    };

    private static JToken Scalar(string text)
    {
        // A decimal has more digits than a double, but a smaller range of exponents.
        var handling = text[0] != '"' && text.Contains('E', StringComparison.Ordinal) ? FloatParseHandling.Double : FloatParseHandling.Decimal;
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = handling };
        return JToken.Load(reader);
    }

    private static CallFault Misfit(JsonNode json, Type type) => new($"a {type.Name} cannot hold the value", json.ToJsonString());
}
