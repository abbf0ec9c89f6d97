using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Plannr.Codegen.Costs;

/// <summary>How large an assembly is.</summary>
/// <param name="Bytes">The bytes of its file.</param>
/// <param name="Types">Its public types, without those within others.</param>
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
