namespace Plannr.Mcp.Tools;

/// <summary>Shortens the response for an operation until it fits the limit: first it removes examples, then it cuts descriptions, then it removes parts.</summary>
internal static class OperationShortening
{
    private const int ShortDescription = 160;
    private const int RoomForNote = 600;

    public static void Fit(OperationResult result)
    {
        var notes = new List<string>();
        bool IsTooLong() => ResultLimit.Size(result) > ResultLimit.Characters - (notes.Count > 0 ? RoomForNote : 0);

        foreach (var example in Examples(result).OrderByDescending(e => ResultLimit.Size(e.Value)).TakeWhile(_ => IsTooLong()).ToList())
        {
            example.Value = null;
            Note(notes, "Examples without a value were left out: fetch has each at its source.");
        }

        if (IsTooLong() && ShortenDescriptions(result))
        {
            Note(notes, "Long descriptions end in '...': fetch has each at its source.");
        }

        while (IsTooLong() && (result.Parameters is { Count: > 1 } || result.Responses.Count > 1))
        {
            if (result.Parameters is { } parameters && parameters.Count >= result.Responses.Count)
            {
                result.Parameters = [.. parameters.Take(parameters.Count / 2)];
                Note(notes, $"Parameters were left out: fetch has the rest at {result.Source}/parameters.");
            }
            else
            {
                result.Responses = [.. result.Responses.Take(result.Responses.Count / 2)];
                Note(notes, $"Responses were left out: fetch has the rest at {result.Source}/responses.");
            }
        }

        result.Note = notes.Count == 0 ? null : string.Join(" ", notes);
    }

    private static void Note(List<string> notes, string note)
    {
        if (!notes.Contains(note))
        {
            notes.Add(note);
        }
    }

    private static IEnumerable<OperationResult.Example> Examples(OperationResult result)
        => (result.Body?.Contents ?? []).Concat(result.Responses.SelectMany(r => r.Contents ?? [])).SelectMany(c => c.Examples ?? []).Where(e => e.Value is not null);

    private static bool ShortenDescriptions(OperationResult result)
    {
        var isShortened = false;
        string? Short(string? text)
        {
            if (text is null || text.Length <= ShortDescription)
            {
                return text;
            }

            isShortened = true;
            return text[..ShortDescription] + "...";
        }

        result.Description = Short(result.Description);
        result.Body?.Description = Short(result.Body.Description);
        foreach (var parameter in result.Parameters ?? [])
        {
            parameter.Description = Short(parameter.Description);
        }

        foreach (var response in result.Responses)
        {
            response.Description = Short(response.Description);
            foreach (var header in response.Headers ?? [])
            {
                header.Description = Short(header.Description);
            }
        }

        return isShortened;
    }
}
