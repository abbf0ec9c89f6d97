using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using PublicApiGenerator;

namespace Plannr.CompiledDiff.Tests;

/// <summary>Lists the public API of generated code.</summary>
internal static partial class PublicApi
{
    // These attributes determine the JSON, but not whether callers compile.
    private static readonly string[] AboutJson =
    [
        "Newtonsoft.Json.JsonPropertyAttribute", "Newtonsoft.Json.JsonIgnoreAttribute", "Newtonsoft.Json.JsonConverterAttribute",
        "Newtonsoft.Json.JsonExtensionDataAttribute", "System.ComponentModel.ReadOnlyAttribute",
    ];

    /// <summary>Returns the public API, the values of enumeration members, and the types of documented errors.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="code">The code. Its documentation comments contain the types of the errors.</param>
    public static string Of(Assembly assembly, string code)
    {
        var api = new StringBuilder(assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false, ExcludeAttributes = AboutJson }));
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            foreach (var member in Members(type))
            {
                api.Append('\n').Append(type.Name).Append('.').Append(member.Name).Append(" = ").Append(member.GetValue(null));
            }
        }

        var place = "";
        foreach (var line in code.Split('\n').Select(l => l.Trim()))
        {
            place = Declaration().Match(line) is { Success: true } declaration ? declaration.Value : place;
            if (TypedError().Match(line) is { Success: true } error)
            {
                api.Append('\n').Append(error.Groups[1].Value);
            }
            else if (MethodOfInterface().Match(line) is { Success: true } method)
            {
                api.Append('\n').Append(place).Append('.').Append(method.Groups[1].Value);
            }
        }

        return api.ToString();
    }

    /// <summary>Returns the members of an enumeration.</summary>
    public static IEnumerable<PropertyInfo> Members(Type type)
        => type.IsValueType ? type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == type).OrderBy(p => p.Name, StringComparer.Ordinal) : [];

    [GeneratedRegex(@"^public partial interface \w+")]
    private static partial Regex Declaration();

    // Excludes the description of the error.
    [GeneratedRegex(@"^/// <exception cref=""PlannrApiException\{TError\}"">(.*? with (?:<see cref=""[^""]+""/>|<c>[^/]*</c>)):")]
    private static partial Regex TypedError();

    [GeneratedRegex(@"^Task(?:<.*>)? (\w+)Async\(")]
    private static partial Regex MethodOfInterface();
}
