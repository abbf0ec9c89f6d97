using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Plannr.Codegen.Costs;

/// <summary>The size of an assembly.</summary>
/// <param name="Bytes">The size of the file in bytes.</param>
/// <param name="Types">The number of public types, without nested types.</param>
internal sealed record AssemblySize(long Bytes, int Types)
{
    public static AssemblySize Of(string file)
    {
        using var stream = File.OpenRead(file);
        using var reader = new PEReader(stream);
        var metadata = reader.GetMetadataReader();
        var types = metadata.TypeDefinitions.Count(t => (metadata.GetTypeDefinition(t).Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public);
        return new AssemblySize(stream.Length, types);
    }
}
