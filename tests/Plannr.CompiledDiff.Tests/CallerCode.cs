using System.Globalization;
using System.Reflection;
using System.Text;
using Plannr.Runtime.Json;

namespace Plannr.CompiledDiff.Tests;

/// <summary>Writes code that uses all of an assembly's public API, as an application might.</summary>
internal static class CallerCode
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(string)] = "string",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(uint)] = "uint",
        [typeof(ulong)] = "ulong",
        [typeof(bool)] = "bool",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(decimal)] = "decimal",
        [typeof(object)] = "object",
        [typeof(byte)] = "byte",
    };

    public static string Of(Assembly assembly)
    {
        // Only errors break callers, so all warnings are disabled.
        var code = new StringBuilder("#nullable disable\n#pragma warning disable\nnamespace Caller;\n\npublic static class Code\n{\n");
        foreach (var (index, type) in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal).Index())
        {
            if (type.IsInterface)
            {
                WriteCalls(code, type, index);
            }
            else if (typeof(ApiObject).IsAssignableFrom(type))
            {
                WriteUse(code, type, index);
            }
            else if (typeof(Union).IsAssignableFrom(type))
            {
                WriteUnion(code, type, index);
            }
            else if (type.IsValueType)
            {
                WriteEnumeration(code, type, index);
            }
        }

        return code.Append("}\n").ToString();
    }

    private static void WriteUse(StringBuilder code, Type type, int index)
    {
        code.Append(CultureInfo.InvariantCulture, $"    public static void Use{index}({Name(type)} o)\n    {{\n        o = new {Name(type)}();\n");
        if (type.BaseType is { } parent && parent != typeof(object))
        {
            code.Append(CultureInfo.InvariantCulture, $"        {Name(parent)} parent = o;\n");
        }

        foreach (var (at, property) in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Index())
        {
            code.Append(CultureInfo.InvariantCulture, $"        {Name(property.PropertyType)} p{at} = o.{property.Name};\n");
            if (property.SetMethod is { IsPublic: true })
            {
                code.Append(CultureInfo.InvariantCulture, $"        o.{property.Name} = p{at};\n");
            }
        }

        code.Append("    }\n");
    }

    private static void WriteUnion(StringBuilder code, Type type, int index)
    {
        code.Append(CultureInfo.InvariantCulture, $"    public static void Use{index}({Name(type)} o)\n    {{\n");
        foreach (var (at, method) in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => !m.IsSpecialName).Index())
        {
            code.Append(CultureInfo.InvariantCulture, $"        {Name(method.ReturnType)} v{at} = o.{method.Name}();\n");
        }

        foreach (var (at, constructor) in type.GetConstructors().Index())
        {
            code.Append(CultureInfo.InvariantCulture, $"        o = new {Name(type)}(default({Name(constructor.GetParameters()[0].ParameterType)}));\n");
        }

        code.Append("    }\n");
    }

    private static void WriteEnumeration(StringBuilder code, Type type, int index)
    {
        var value = Name(type.GetProperty("Value")!.PropertyType);
        code.Append(CultureInfo.InvariantCulture, $"    public static void Use{index}({Name(type)} o)\n    {{\n        {value} value = o.Value;\n        o = new {Name(type)}(value);\n");
        foreach (var member in PublicApi.Members(type))
        {
            code.Append(CultureInfo.InvariantCulture, $"        o = {Name(type)}.{member.Name};\n");
        }

        code.Append("    }\n");
    }

    // Calls each method with the required arguments only, with all arguments by position, and with each optional argument by name.
    private static void WriteCalls(StringBuilder code, Type type, int index)
    {
        code.Append(CultureInfo.InvariantCulture, $"    public static async System.Threading.Tasks.Task Use{index}({Name(type)} client, System.Net.Http.HttpClient http)\n    {{\n        client = new {Name(type).Replace(".I", ".", StringComparison.Ordinal)}(http);\n");
        var number = 0;
        foreach (var method in type.GetMethods())
        {
            var arguments = method.GetParameters()[..^1];
            var required = arguments.TakeWhile(p => !p.IsOptional).Select(Value).ToArray();
            Call(string.Join(", ", required));
            Call(string.Join(", ", arguments.Select(Value)));
            foreach (var optional in arguments.Skip(required.Length))
            {
                Call(string.Join(", ", required.Append($"@{optional.Name}: {Value(optional)}")));
            }

            void Call(string values) => code.Append(CultureInfo.InvariantCulture, $"        {Name(method.ReturnType)} t{number++} = client.{method.Name}({values});\n");
        }

        code.Append("    }\n");
    }

    private static string Value(ParameterInfo parameter) => $"default({Name(parameter.ParameterType)})";

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        return Keywords.TryGetValue(type, out var keyword) ? keyword
            : type.IsGenericType ? $"global::{type.Namespace}.{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : $"global::{type.FullName}";
    }
}
