using Plannr.Sandbox.Api;
using Plannr.Sandbox.Contracts;

namespace Plannr.Sandbox.Validation;

/// <summary>Holds the sandbox's own answers against the contract.</summary>
internal static class ResponseCheck
{
    /// <returns>The rules that the answer breaks, each with its place in the contract.</returns>
    public static IReadOnlyList<string> Problems(ContractOperation operation, Answer answer)
    {
        if (operation.ResponseTo(answer.Status) is not ({ } status, { } response))
        {
            return [$"{operation.Pointer}/responses has no response for status {answer.Status}."];
        }

        var pointer = $"{operation.Pointer}/responses/{status}";
        return [.. BodyProblems(pointer, response, answer), .. HeaderProblems(pointer, response, answer)];
    }

    private static IEnumerable<string> BodyProblems(string pointer, ContractResponse response, Answer answer)
    {
        // Where the contract documents no content, it is silent on the body, as for 429; only these statuses can have none.
        if (response.Content.Count == 0 || answer.Body is null)
        {
            var mayBeEmpty = response.Content.Count == 0;
            return answer.Body is null
                ? mayBeEmpty ? [] : [$"{pointer}/content: there is no body."]
                : answer.Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified ? [$"{pointer}: a response with status {answer.Status} has no body."] : [];
        }

        var mediaType = response.Content.Keys.FirstOrDefault(k => k.Equals(Answer.MediaType, StringComparison.OrdinalIgnoreCase))
            ?? response.Content.Keys.FirstOrDefault(k => k is "application/*" or "*/*");
        if (mediaType is null)
        {
            return [$"{pointer}/content has {string.Join(", ", response.Content.Keys)}, and the body is {Answer.MediaType}."];
        }

        return response.Content[mediaType] is { } schema
            ? Misfit.Find(schema, answer.Body).Select(m => $"{pointer}/content/{mediaType.Replace("/", "~1", StringComparison.Ordinal)}/schema: {Place(m)} breaks the rule {m.Rule}.")
            : [];
    }

    private static IEnumerable<string> HeaderProblems(string pointer, ContractResponse response, Answer answer)
    {
        foreach (var header in response.Headers)
        {
            if (!answer.Headers.TryGetValue(header.Name, out var text))
            {
                if (header.IsRequired)
                {
                    yield return $"{pointer}/headers/{header.Name}: the header is required.";
                }
            }
            else if (header.Schema is { } schema)
            {
                foreach (var misfit in Misfit.Find(schema, ParameterValue.Of(text, schema)))
                {
                    yield return $"{pointer}/headers/{header.Name}/schema: the header breaks the rule {misfit.Rule}.";
                }
            }
        }
    }

    private static string Place(Misfit misfit) => misfit.Field.Length > 0 ? $"'{misfit.Field}'" : "the body";
}
