using Plannr.Sandbox.Api;
using Plannr.Sandbox.Contracts;

namespace Plannr.Sandbox.Validation;

/// <summary>Checks the sandbox's own responses against the contract.</summary>
internal static class ResponseCheck
{
    /// <summary>Returns the violations of the contract, each with its place in the contract.</summary>
    public static IReadOnlyList<string> Problems(ContractOperation operation, JsonResponse response)
    {
        if (operation.ResponseTo(response.Status) is not ({ } status, { } expected))
        {
            return [$"{operation.Pointer}/responses has no response for status {response.Status}."];
        }

        var pointer = $"{operation.Pointer}/responses/{status}";
        return [.. BodyProblems(pointer, expected, response), .. HeaderProblems(pointer, expected, response)];
    }

    private static IEnumerable<string> BodyProblems(string pointer, ContractResponse expected, JsonResponse response)
    {
        // Without content in the contract, such as for 429, any body is allowed, except for statuses that never have a body.
        if (expected.Content.Count == 0 || response.Body is null)
        {
            var mayBeEmpty = expected.Content.Count == 0;
            return response.Body is null
                ? mayBeEmpty ? [] : [$"{pointer}/content: there is no body."]
                : response.Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified ? [$"{pointer}: a response with status {response.Status} has no body."] : [];
        }

        var mediaType = expected.Content.Keys.FirstOrDefault(k => k.Equals(JsonResponse.MediaType, StringComparison.OrdinalIgnoreCase))
            ?? expected.Content.Keys.FirstOrDefault(k => k is "application/*" or "*/*");
        if (mediaType is null)
        {
            return [$"{pointer}/content has {string.Join(", ", expected.Content.Keys)}, and the body is {JsonResponse.MediaType}."];
        }

        return expected.Content[mediaType] is { } schema
            ? Misfit.Find(schema, response.Body).Select(m => $"{pointer}/content/{mediaType.Replace("/", "~1", StringComparison.Ordinal)}/schema: {Place(m)} breaks the rule {m.Rule}.")
            : [];
    }

    private static IEnumerable<string> HeaderProblems(string pointer, ContractResponse expected, JsonResponse response)
    {
        foreach (var header in expected.Headers)
        {
            if (!response.Headers.TryGetValue(header.Name, out var text))
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
