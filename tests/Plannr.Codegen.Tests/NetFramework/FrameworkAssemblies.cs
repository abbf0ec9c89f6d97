using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Plannr.Codegen.Tests.NetFramework;

/// <summary>Finds the functions that MSBuild on .NET Framework 4.7.2 provides to build files, in the metadata of both.</summary>
internal sealed class FrameworkAssemblies
{
    private static readonly Dictionary<string, string?> Metadata = typeof(FrameworkAssemblies).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(a => a.Key, a => a.Value);

    // Metadata of every item, which can be called like functions.
    private static readonly string[] ItemMetadata = ["FullPath", "RootDir", "Filename", "Extension", "RelativeDir", "Directory", "RecursiveDir", "Identity", "ModifiedTime", "CreatedTime", "AccessedTime"];

    // MSBuild's own functions are internal. The framework's Microsoft.Build.dll is an older version.
    private readonly CSharpCompilation _compilation = CSharpCompilation.Create(
        "functions",
        references: Directory.GetFiles(Metadata["NetFramework"]!, "*.dll").Where(f => Path.GetFileName(f) != "Microsoft.Build.dll").Append(Metadata["NetFrameworkMSBuild"]!).Select(f => MetadataReference.CreateFromFile(f)),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, metadataImportOptions: MetadataImportOptions.All));

    /// <summary>Returns the functions that a build file calls but that do not exist.</summary>
    public IEnumerable<string> Missing(BuildFile file)
        => file.PropertyExpressions().Select(Missing).OfType<string>()
            .Concat(file.ItemFunctions().Where(f => !IsItemFunction(f.Name)).Select(f => $"There is no item function {f.Name} ({f.Place})."));

    private string? Missing(PropertyExpression expression)
    {
        var type = expression.Type switch
        {
            null => Required("System.String"),
            "MSBuild" => Required("Microsoft.Build.Evaluation.IntrinsicFunctions"),
            var name => _compilation.GetTypeByMetadataName(name),
        };
        if (type is null)
        {
            return $"There is no type {expression.Type}: {expression.Text}.";
        }

        var isStatic = expression.Type is not null;
        foreach (var call in expression.Calls)
        {
            var member = Inherited(type).SelectMany(t => t.GetMembers()).FirstOrDefault(m => m.IsStatic == isStatic && Fits(m, call));
            if (member is null)
            {
                return $"{type} has no {call.Name}{(call.Arguments is { } count ? $" with {count} arguments" : "")}: {expression.Text}.";
            }

            // MSBuild's own functions return strings, although their declared type is object.
            var result = member is IMethodSymbol method ? method.ReturnType : ((IPropertySymbol)member).Type;
            type = result is INamedTypeSymbol { SpecialType: not SpecialType.System_Object } named ? named : Required("System.String");
            isStatic = false;
        }

        return null;
    }

    private static bool Fits(ISymbol member, MemberCall call)
        => member.Name.Equals(call.Name, StringComparison.OrdinalIgnoreCase) && member switch
        {
            IPropertySymbol property => call.Arguments is null && property.Parameters.IsEmpty,
            IMethodSymbol method => call.Arguments is { } count && Takes(method, count),
            _ => false,
        };

    private static bool Takes(IMethodSymbol method, int arguments)
    {
        // MSBuild adds the file system argument itself.
        var parameters = method.Parameters.Where(p => p.Type.Name != "IFileSystem").ToArray();
        return arguments >= parameters.Count(p => !p.IsOptional && !p.IsParams) && (arguments <= parameters.Length || parameters.Any(p => p.IsParams));
    }

    private bool IsItemFunction(string name)
        => ItemMetadata.Contains(name)
            || Required("Microsoft.Build.Evaluation.Expander`2+ItemExpander+IntrinsicItemFunctions`1").GetMembers(name).Length > 0
            || Required("System.String").GetMembers(name).Length > 0;

    private static IEnumerable<INamedTypeSymbol> Inherited(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    private INamedTypeSymbol Required(string name) => _compilation.GetTypeByMetadataName(name) ?? throw new InvalidOperationException($"The type {name} was not found. Adapt the tests to this version of MSBuild.");
}
