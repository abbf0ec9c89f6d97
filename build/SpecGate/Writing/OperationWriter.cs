using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Model.Operations;
using Plannr.SpecGate.Model.Types;
using Plannr.SpecGate.Modeling.Names;

namespace Plannr.SpecGate.Writing;

/// <summary>Writes operations.</summary>
internal static class OperationWriter
{
    public static JObject Write(OperationModel operation)
    {
        var json = new JObject { ["operationId"] = $"{operation.Group}_{operation.Method}" }
            .With("summary", operation.Summary)
            .With("description", operation.Description)
            .With("deprecated", operation.IsDeprecated);
        var positions = operation.Arguments.Index().ToDictionary(a => a.Item.Variable, a => a.Index + 1, StringComparer.Ordinal);
        json["parameters"] = new JArray(operation.Parameters.Select(p => Parameter(p, positions[p.Variable])));
        if (operation.Body is { } body)
        {
            json["requestBody"] = RequestBody(body, positions[body.Variable]);
            json[Hints.Body] = Body(body);
        }

        json["responses"] = Responses(operation);
        json[Hints.Method] = operation.Method;
        json[Hints.Path] = operation.Path;
        json[Hints.Successes] = new JArray(operation.Successes.Select(s => new JObject { ["status"] = s.Status, ["empty"] = s.IsEmpty, ["nullable"] = s.IsNullable }));
        json[Hints.Accept] = string.Join(", ", operation.Accept.DefaultIfEmpty("application/json"));
        json[Hints.Headers] = new JArray(operation.Headers.Select(h => new JObject { ["name"] = Identifier.Shown(h.Name), ["description"] = h.Description }));
        json.With(Hints.Server, operation.Server);
        if (operation.Result is { } result)
        {
            json[Hints.Result] = result.Kind.ToString();
            json[Hints.ResultType] = result.CSharpType;
            json[Hints.ResultFormat] = result.JsonFormat;
            json.With(Hints.ResultIsNullable, result.IsNullable);
        }

        return json;
    }

    private static JObject Parameter(ParameterModel parameter, int position)
    {
        var json = new JObject
        {
            // The name must be unique, because NSwag merges parameters of the same name.
            ["name"] = parameter.Variable,
            ["in"] = "query",
            ["required"] = parameter.IsRequired,
            ["schema"] = SchemaWriter.Write(parameter.Type),
            [Hints.Position] = position,
            [Hints.Name] = parameter.WireName,
            [Hints.Variable] = Identifier.Escape(parameter.Variable),
            [Hints.Type] = parameter.CSharpType,
            [Hints.Place] = parameter.Place.ToString(),
        };
        return json
            .With("description", parameter.Description)
            .With(Hints.Style, parameter.Style)
            // Text, because With leaves out false.
            .With(Hints.Explode, parameter.Explode is { } explode ? Word(explode) : null)
            .With(Hints.AllowReserved, parameter.AllowsReserved)
            .With(Hints.NotNull, parameter.Place != ParameterPlace.Path && !parameter.IsNullable)
            .With(Hints.Format, parameter.Type.HasKnownFormat ? null : parameter.JsonFormat);
    }

    private static string Word(bool value) => value ? "true" : "false";

    private static JObject RequestBody(BodyModel body, int position)
        => new JObject
        {
            ["required"] = body.IsRequired,
            ["content"] = new JObject { ["application/json"] = new JObject { ["schema"] = SchemaWriter.Write(body.Type) } },
            [Hints.Position] = position,
        }.With("description", body.Description);

    private static JObject Body(BodyModel body)
        => new JObject
        {
            ["kind"] = body.Kind.ToString(),
            ["media"] = body.MediaType,
            ["variable"] = body.Variable,
            // The key is not "type", because NSwag reads an object with a "type" as a schema.
            ["csharp"] = body.CSharpType,
            ["format"] = body.JsonFormat,
            ["encodings"] = new JArray(body.Encodings.Select(Encoding)),
        }.With("nullable", body.IsRequired && body.Type.IsNullable);

    private static JObject Encoding(EncodingModel encoding)
    {
        var json = new JObject { ["name"] = encoding.Name }.With("media", encoding.MediaType);
        if (encoding.Style is { } style)
        {
            json["style"] = style.Name;
            json["explode"] = style.Explode;
            json["reserved"] = style.AllowsReserved;
        }

        return json;
    }

    private static JObject Responses(OperationModel operation)
    {
        var responses = new JObject { ["200"] = Response(operation.Successes is [var first, ..] ? first.Description : "", operation.Result?.Type) };
        foreach (var error in operation.Errors)
        {
            responses[error.Status] = Response(error.Description, error.Type);
        }

        return responses;
    }

    private static JObject Response(string description, TypeModel? type)
    {
        // The hint repeats the description, because NSwag escapes that of an error as if it were a C# string.
        var response = new JObject { ["description"] = description, [Hints.Description] = description };
        if (type is not null)
        {
            response[Hints.Type] = type.CSharpName;
            response[Hints.Format] = type.JsonFormat;
            response["content"] = new JObject { ["application/json"] = new JObject { ["schema"] = SchemaWriter.Write(type) } };
        }

        return response;
    }
}
