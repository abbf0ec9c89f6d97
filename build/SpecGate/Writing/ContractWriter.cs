using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Writing;

/// <summary>
/// Writes a model as one plain document for NSwag: no reference leads out of it, every type has its final name, every body is JSON
/// and every parameter a query's. <see cref="Hints"/> say what they are in truth.
/// </summary>
internal static class ContractWriter
{
    public static JObject Write(ApiModel api)
    {
        var paths = new JObject();
        foreach (var operation in api.Operations)
        {
            // NSwag takes the path from a hint. Operations that differ in what is not sent would have the same.
            var key = paths[operation.Path]?[operation.Verb] is null ? operation.Path : $"{operation.Path}#{operation.Group}_{operation.Method}";
            var path = (JObject)(paths[key] ??= new JObject());
            path[operation.Verb] = OperationWriter.Write(operation);
        }

        var schemas = new JObject(api.Types.Select(t => new JProperty(t.Name, DefinitionWriter.Write(t))));
        // What refers to it must find it; the runtime has the class.
        schemas[FileType.Name] = new JObject { ["type"] = "object" };
        var document = new JObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JObject { ["title"] = api.Title, ["version"] = api.Version },
            ["servers"] = api.Server is null ? [] : new JArray(new JObject { ["url"] = api.Server }),
            ["paths"] = paths,
            ["components"] = new JObject { ["schemas"] = schemas },
        };
        ShowWhatIsInvisible(document);
        return document;
    }

    // Comments hide nothing, and do not end before their time: C# takes these for the end of a line, and NSwag does not.
    private static void ShowWhatIsInvisible(JObject document)
    {
        foreach (var text in document.Descendants().OfType<JProperty>().Where(p => p.Name is "description" or Hints.Description or "summary" or "title" && p.Value.Type == JTokenType.String))
        {
            text.Value = InvisibleCharacters.Escape(((string)text.Value!).ReplaceLineEndings("\n"), kept: "\n\t");
        }
    }
}
