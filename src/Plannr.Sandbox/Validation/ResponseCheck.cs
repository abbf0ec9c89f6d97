using Plannr.Sandbox.Api;
using Plannr.Sandbox.Contracts;

namespace Plannr.Sandbox.Validation;

/// <summary>Checks the sandbox's own responses against the contract.</summary>
internal static class ResponseCheck
{
    /// <summary>Returns the violations of the contract, each with its place in the contract.</summary>
    public static IReadOnlyList<string> Problems(ContractOperation operation, JsonResponse answer)
    {
        if (operation.ResponseTo(answer.Status) is not ({ } status, { } response))
        {
            return [$"{operation.Pointer}/responses has no response for status {answer.Status}."];
        }

        var pointer = $"{operation.Pointer}/responses/{status}";
        return [.. BodyProblems(pointer, response, answer), .. HeaderProblems(pointer, response, answer)];
    }

    private static IEnumerable<string> BodyProblems(string pointer, ContractResponse response, JsonResponse answer)
    {
        // Without content in the contract, such as for 429, any body is allowed, except for statuses that never have a body.
        if (response.Content.Count == 0 || answer.Body is null)
        {
            var mayBeEmpty = response.Content.Count == 0;
            return answer.Body is null
                ? mayBeEmpty ? [] : [$"{pointer}/content: there is no body."]
                : answer.Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified ? [$"{pointer}: a response with status {answer.Status} has no body."] : [];
        }

        var mediaType = response.Content.Keys.FirstOrDefault(k => k.Equals(JsonResponse.MediaType, StringComparison.OrdinalIgnoreCase))
            ?? response.Content.Keys.FirstOrDefault(k => k is "application/*" or "*/*");
        if (mediaType is null)
        {
            return [$"{pointer}/content has {string.Join(", ", response.Content.Keys)}, and the body is {JsonResponse.MediaType}."];
        }

        return response.Content[mediaType] is { } schema
            ? Misfit.Find(schema, answer.Body).Select(m => $"{pointer}/content/{mediaType.Replace("/", "~1", StringComparison.Ordinal)}/schema: {Place(m)} breaks the rule {m.Rule}.")
            : [];
    }

    private static IEnumerable<string> HeaderProblems(string pointer, ContractResponse response, JsonResponse answer)
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
