using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Modeling.Schemas;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Types;

/// <summary>The schemas of multipart bodies, whose properties can be files.</summary>
internal sealed class UploadForms
{
    private readonly Wrappers _wrappers;
    private readonly HashSet<SourceMap> _schemas = new(ReferenceEqualityComparer.Instance);

    public UploadForms(OpenApiContract contract, Wrappers wrappers)
    {
        _wrappers = wrappers;
        foreach (var body in contract.Of(OpenApi30.RequestBody))
        {
            var content = body.Node.Map("content")?.Entries ?? [];
            if (content.Any(c => MediaTypes.IsJson(c.Key.Text) || MediaTypes.IsForm(c.Key.Text)))
            {
                continue;
            }

            foreach (var media in content.Where(c => MediaTypes.IsMultipart(c.Key.Text)))
            {
                Add((media.Value as SourceMap)?["schema"], body.File);
            }
        }
    }

    public bool Contains(SourceMap schema) => _schemas.Contains(schema);

    private void Add(SourceNode? schema, SourceFile file)
    {
        if (schema is null || _wrappers.Open(schema, file) is not { } target || !_schemas.Add(target.Node))
        {
            return;
        }

        foreach (var part in SchemaKinds.Parts(target.Node).Concat(SchemaKinds.Alternatives(target.Node)))
        {
            Add(part, target.File);
        }
    }
}
