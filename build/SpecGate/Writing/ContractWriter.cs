using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Model.Types;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Writing;

/// <summary>
/// Writes a model as a simplified document for NSwag. It has no references to other documents, every type has its final name, every
/// body is JSON and every parameter is a query parameter. <see cref="Hints"/> contain the actual values for the templates.
/// </summary>
internal static class ContractWriter
{
    public static JObject Write(ApiModel api)
    {
        var paths = new JObject();
        foreach (var operation in api.Operations)
        {
            // Two operations may have the same path here, if the contract distinguished them by a fragment. Only the key needs to be
            // unique: the templates read the path from a hint.
            var key = paths[operation.Path]?[operation.Verb] is null ? operation.Path : $"{operation.Path}#{operation.Group}_{operation.Method}";
            var path = (JObject)(paths[key] ??= new JObject());
            path[operation.Verb] = OperationWriter.Write(operation);
        }

        var schemas = new JObject(api.Types.Select(t => new JProperty(t.Name, DefinitionWriter.Write(t))));
        // References to it need a definition. The class itself is part of the runtime.
        schemas[FileType.Name] = new JObject { ["type"] = "object" };
        var document = new JObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JObject { ["title"] = api.Title, ["version"] = api.Version },
            ["servers"] = api.Server is null ? [] : new JArray(new JObject { ["url"] = api.Server }),
            ["paths"] = paths,
            ["components"] = new JObject { ["schemas"] = schemas },
        };
        EscapeInvisibleCharacters(document);
        return document;
    }

    // The texts become comments. They must not hide anything, and must not end early: C# treats some characters as line breaks that
    // NSwag does not.
    private static void EscapeInvisibleCharacters(JObject document)
    {
        foreach (var text in document.Descendants().OfType<JProperty>().Where(p => p.Name is "description" or Hints.Description or "summary" or "title" && p.Value.Type == JTokenType.String))
        {
            text.Value = InvisibleCharacters.Escape(((string)text.Value!).ReplaceLineEndings("\n"), kept: "\n\t");
        }
    }
}
