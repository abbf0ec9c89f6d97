using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Differential;

/// <summary>Creates JSON texts for generated classes. Most are valid; the others contain unexpected values or broken syntax.</summary>
internal sealed class JsonTexts(int seed)
{
    private const int MaxDepth = 5;

    private static readonly string[] Unexpected =
    [
        "null", "true", "false", "0", "-7", "1.5", "12.50", "1e3", "1E-7", "123456789012345678", "99999999999999999999", "0.1", "3000000000", "1e-30", "NaN", "undefined",
        "\"\"", "\" \"", "\"text\"", "\"\\u00e9\\n\\\"\"", "\"\u20ac \U0001F600\"", "'single'", "\"7\"", "\"1.5\"", "\"true\"", "\"2026-06-08T16:08:03Z\"", "\"2026-06-08\"", "\"$type\"",
        "[]", "{}", "[1,null]", "{\"a\":{\"b\":[]}}", "{\"$ref\":\"1\",\"$type\":\"x\"}", "[[1.0,2.5],[]]", "new Date(1)",
    ];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();

    /// <summary>Creates a text for a class. The same seed creates the same text.</summary>
    public string Of(Type type)
    {
        Value(type, 0);
        if (Chance(12))
        {
            Break();
        }

        return Chance(30) ? " /* a comment */ " + _text + "\n" : _text.ToString();
    }

    private void Break()
    {
        var at = _random.Next(_text.Length);
        switch (_random.Next(3))
        {
            case 0:
                _text.Length = at;
                break;
            case 1:
                _text[at] = Pick("{}[]:,\"'x0 \\");
                break;
            default:
                _text.Insert(at, Pick("{}[]:,\"'x0 \\"));
                break;
        }
    }

    private void Value(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (depth > MaxDepth || Chance(12))
        {
            _text.Append(Pick(Unexpected));
        }
        else if (typeof(ApiObject).IsAssignableFrom(type))
        {
            Object(type, depth);
        }
        else if (type == typeof(string) || type == typeof(JToken) || type == typeof(object))
        {
            _text.Append(Pick(Unexpected.Where(o => type != typeof(string) || o[0] is '"').ToArray()));
        }
        else if (typeof(IDictionary).IsAssignableFrom(type) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDictionary<,>)))
        {
            Dictionary(type, depth);
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>))
        {
            List(type, depth);
        }
        else
        {
            Scalar(type);
        }
    }

    private void Object(Type type, int depth)
    {
        var members = ReflectedSubtypes.Members(type);
        if (members.Subtypes.Count > 0 && !Chance(5))
        {
            var (value, create) = Pick(members.Subtypes.ToArray());
            var subtype = create().GetType();
            Members(subtype, depth, (members.Discriminator!, IsText(subtype, members.Discriminator!) ? "\"" + value + "\"" : value));
            return;
        }

        Members(type, depth);
    }

    private static bool IsText(Type type, string name)
    {
        var property = type.GetProperties().FirstOrDefault(p => p.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName == name)?.PropertyType;
        property = property is null ? typeof(string) : Nullable.GetUnderlyingType(property) ?? property;
        return (property.GetProperty("Value")?.PropertyType ?? property) is var value && !value.IsPrimitive && value != typeof(decimal);
    }

    private void Members(Type type, int depth, (string Name, string Value)? first = null)
    {
        var properties = type.GetProperties().Where(p => p.GetCustomAttribute<JsonPropertyAttribute>() is not null && p.PropertyType != typeof(ApiFile) && p.PropertyType != typeof(IList<ApiFile>)).ToArray();
        if (Chance(3))
        {
            Shuffle(properties);
        }

        _text.Append('{');
        var separator = "";
        if (first is { } discriminator)
        {
            Member(discriminator.Name, () => _text.Append(discriminator.Value));
        }

        foreach (var property in properties.Where(_ => !Chance(4)))
        {
            Member(property.GetCustomAttribute<JsonPropertyAttribute>()!.PropertyName!, () => Value(property.PropertyType, depth + 1));
            if (Chance(20))
            {
                Member(property.GetCustomAttribute<JsonPropertyAttribute>()!.PropertyName!, () => Value(property.PropertyType, depth + 1));
            }

            if (Chance(12))
            {
                Member(Pick(["unknown", "$id", "more things", "AdditionalProperties", property.Name + "2"]), () => _text.Append(Pick(Unexpected)));
            }
        }

        _text.Append('}');

        void Member(string name, Action value)
        {
            _text.Append(separator);
            if (Chance(25))
            {
                _text.Append(" /**/ ");
            }

            _text.Append(JsonConvert.ToString(name)).Append(':');
            if (Chance(25))
            {
                _text.Append(Pick([" ", "\n", "/**/"]));
            }

            value();
            separator = Chance(25) ? " ,\n" : ",";
        }
    }

    private void Dictionary(Type type, int depth)
    {
        _text.Append('{');
        for (var index = _random.Next(3); index >= 0; index--)
        {
            _text.Append(CultureInfo.InvariantCulture, $"\"k{_random.Next(3)}\":");
            Value(type.GetGenericArguments()[1], depth + 1);
            _text.Append(index > 0 ? "," : "");
        }

        _text.Append('}');
    }

    private void List(Type type, int depth)
    {
        _text.Append('[');
        for (var index = _random.Next(4); index > 0; index--)
        {
            Value(type.GetGenericArguments()[0], depth + 1);
            _text.Append(index > 1 ? "," : "");
            _text.Append(Chance(25) ? "/*x*/" : "");
        }

        _text.Append(']');
    }

    private void Scalar(Type type)
    {
        _text.Append(Pick(type switch
        {
            _ when type == typeof(Guid) => ["\"6ff8f7f6-1eb3-3525-be4a-3932c805afed\"", "\"6FF8F7F6-1EB3-3525-BE4A-3932C805AFED\"", "\"{6ff8f7f6-1eb3-3525-be4a-3932c805afed}\"", "\"\""],
            _ when type == typeof(DateTimeOffset) => ["\"2026-06-08T16:08:03+01:00\"", "\"2026-11-23T18:13:15.123456Z\"", "\"2026-11-23T18:13:15.1234567+00:00\"", "\"2026-11-23T18:13:15\"", "\"2026-11-23T18:13:15.123456789Z\"", "\" \""],
            _ when type == typeof(Uri) => ["\"https://example.test/a?b=c\"", "\"/relative\"", "\"http://[\"", "\"\""],
            _ when type == typeof(bool) => ["true", "false", "\"true\"", "1", "\"\""],
            _ when type == typeof(int) || type == typeof(long) => ["1", "-2147483648", "2147483648", "9223372036854775807", "1.0", "1.5", "\"42\"", "1e2", "\"\""],
            _ when type == typeof(uint) || type == typeof(ulong) => ["1", "4294967295", "4294967296", "18446744073709551615", "18446744073709551616", "-1", "1.0", "1.5", "\"42\"", "\"\""],
            _ when type == typeof(double) || type == typeof(float) || type == typeof(decimal) => ["1", "2.5", "-0.125", "1e10", "0.1234567890123456", "\"2.5\"", "99999999999999999999", "1e-30"],
            _ when type == typeof(byte[]) => ["\"AQID\"", "\"\"", "\"?\""],
            _ when type.Name is "DateOnly" or "DateTime" => ["\"2026-06-08\"", "\"2026-6-8\"", "\"\""],
            _ => Unexpected,
        }));
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];

    private char Pick(string from) => from[_random.Next(from.Length)];

    private void Shuffle<T>(T[] items)
    {
        for (var at = items.Length - 1; at > 0; at--)
        {
            var other = _random.Next(at + 1);
            (items[at], items[other]) = (items[other], items[at]);
        }
    }
}
