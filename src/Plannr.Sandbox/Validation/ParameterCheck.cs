using Microsoft.OpenApi;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.Contracts;

namespace Plannr.Sandbox.Validation;

/// <summary>Holds the parameters of a request against the contract.</summary>
internal static class ParameterCheck
{
    /// <returns>The refusal, or null if the request may go on.</returns>
    public static Answer? Check(HttpRequest request, ContractOperation operation, IReadOnlyDictionary<string, string> pathValues)
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
                // A path that cannot be right names nothing; Laravel, too, looks for the resource and does not find it.
                return Answers.Error(StatusCodes.Status404NotFound, $"Nothing is found at this path. {LaravelErrors.Say(misfits[0], parameter.Name)}");
            }

            problems.Add((parameter.Name, [.. misfits.Select(LaravelErrors.Say).Distinct()]));
        }

        return problems.Count > 0 ? LaravelErrors.Of(problems) : null;
    }

    private static IReadOnlyList<Misfit> Misfits(ContractParameter parameter, IReadOnlyList<string> texts)
    {
        // How an object's properties become parameters differs from style to style; its presence is all that is checked.
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
