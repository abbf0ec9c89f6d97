using Microsoft.OpenApi;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.Contracts;

namespace Plannr.Sandbox.Validation;

/// <summary>Checks the parameters of a request against the contract.</summary>
internal static class ParameterCheck
{
    /// <summary>Returns an error response, or null if the request is valid.</summary>
    public static JsonResponse? Check(HttpRequest request, ContractOperation operation, IReadOnlyDictionary<string, string> pathValues)
    {
        var problems = new List<(string Field, IReadOnlyList<string> Messages)>();
        foreach (var parameter in operation.Parameters)
        {
            var texts = Texts(request, parameter, pathValues);
            if (texts.Length == 0)
            {
                if (parameter.IsRequired)
                {
                    problems.Add((parameter.Name, [LaravelErrors.Required(parameter.Name)]));
                }

                continue;
            }

            var misfits = Misfits(parameter, texts);
            if (misfits.Count == 0)
            {
                continue;
            }

            if (parameter.Location == ParameterLocation.Path)
            {
                // The status is 404, because an invalid path cannot refer to a resource. Laravel returns it for a missing resource too.
                return JsonResponses.Error(StatusCodes.Status404NotFound, $"Nothing is found at this path. {LaravelErrors.Say(misfits[0], parameter.Name)}");
            }

            problems.Add((parameter.Name, [.. misfits.Select(LaravelErrors.Say).Distinct()]));
        }

        return problems.Count > 0 ? LaravelErrors.Of(problems) : null;
    }

    private static IReadOnlyList<Misfit> Misfits(ContractParameter parameter, IReadOnlyList<string> texts)
    {
        // Only the presence of an object is checked, because its serialization depends on the style.
        if (parameter.Schema is not { } schema || schema.ActualTypeSchema.Type.HasFlag(JsonObjectType.Object))
        {
            return [];
        }

        JToken value = schema.ActualTypeSchema.Type.HasFlag(JsonObjectType.Array)
            ? ParameterValue.OfItems(parameter.IsExploded ? texts : texts.SelectMany(t => t.Split(',')), schema)
            : ParameterValue.Of(texts[^1], schema);
        return [.. Misfit.Find(schema, value).Select(m => m with { Field = m.Field.Length > 0 ? $"{parameter.Name}.{m.Field}" : parameter.Name })];
    }

    private static string[] Texts(HttpRequest request, ContractParameter parameter, IReadOnlyDictionary<string, string> pathValues)
        => parameter.Location switch
        {
            ParameterLocation.Path => pathValues.TryGetValue(parameter.Name, out var text) ? [text] : [],
            ParameterLocation.Header => Present(request.Headers[parameter.Name]),
            ParameterLocation.Cookie => request.Cookies.TryGetValue(parameter.Name, out var cookie) ? [cookie] : [],
            _ => Present(request.Query[parameter.Name]),
        };

    private static string[] Present(IEnumerable<string?> texts) => [.. texts.OfType<string>()];
}
