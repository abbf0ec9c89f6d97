using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Newtonsoft.Json;
using Plannr.Runtime.Json;

namespace Plannr.Generated.Tests;

/// <summary>Writes the properties of an object that were set or received, in a form that is easy to read in a diff.</summary>
internal static class ValueDump
{
    public static string Of(object value, params string[] properties)
    {
        var text = new StringBuilder();
        Append(text, value, "", properties);
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, object value, string indent, string[] only)
    {
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => only.Length == 0 || only.Contains(p.Name))
            // Metadata tokens are comparable only within one assembly. The properties of the runtime's base classes are last.
            .OrderBy(p => p.DeclaringType!.Assembly == typeof(ApiObject).Assembly)
            .ThenBy(p => only.Length == 0 ? p.MetadataToken : Array.IndexOf(only, p.Name)))
        {
            if (value is not ApiObject json || !property.IsDefined(typeof(JsonPropertyAttribute)) || PlannrJson.IsSet(json, property.Name))
            {
                Append(text, property.Name, property.GetValue(value), indent);
            }
        }
    }

    private static void Append(StringBuilder text, string name, object? value, string indent)
    {
        switch (value)
        {
            case null:
                text.Append(CultureInfo.InvariantCulture, $"{indent}{name}: null\n");
                break;
            case string or Guid or Uri or bool or int:
                text.Append(CultureInfo.InvariantCulture, $"{indent}{name}: {value}\n");
                break;
            case DateTimeOffset timestamp:
                text.Append(CultureInfo.InvariantCulture, $"{indent}{name}: {timestamp:O}\n");
                break;
            case IList { Count: > 0 } list when list[0] is not string:
                for (var i = 0; i < list.Count; i++)
                {
                    Append(text, $"{name}[{i}]", list[i], indent);
                }

                break;
            case IEnumerable:
                text.Append(CultureInfo.InvariantCulture, $"{indent}{name}: {JsonConvert.SerializeObject(value)}\n");
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"{indent}{name}:\n");
                Append(text, value, indent + "  ", []);
                break;
        }
    }
}
