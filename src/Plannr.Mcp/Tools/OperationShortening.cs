namespace Plannr.Mcp.Tools;

/// <summary>Shortens the response for an operation until it fits the limit: first it removes examples, then it cuts descriptions, then it removes parts.</summary>
internal static class OperationShortening
{
    private const int ShortDescription = 160;
    private const int RoomForNote = 600;

    public static void Fit(OperationAnswer answer)
    {
        var notes = new List<string>();
        bool IsTooLong() => AnswerLimit.Size(answer) > AnswerLimit.Characters - (notes.Count > 0 ? RoomForNote : 0);

        foreach (var example in Examples(answer).OrderByDescending(e => AnswerLimit.Size(e.Value)).TakeWhile(_ => IsTooLong()).ToList())
        {
            example.Value = null;
            Note(notes, "Examples without a value were left out: fetch has each at its source.");
        }

        if (IsTooLong() && ShortenDescriptions(answer))
        {
            Note(notes, "Long descriptions end in '...': fetch has each at its source.");
        }

        while (IsTooLong() && (answer.Parameters is { Count: > 1 } || answer.Responses.Count > 1))
        {
            if (answer.Parameters is { } parameters && parameters.Count >= answer.Responses.Count)
            {
                answer.Parameters = [.. parameters.Take(parameters.Count / 2)];
                Note(notes, $"Parameters were left out: fetch has the rest at {answer.Source}/parameters.");
            }
            else
            {
                answer.Responses = [.. answer.Responses.Take(answer.Responses.Count / 2)];
                Note(notes, $"Responses were left out: fetch has the rest at {answer.Source}/responses.");
            }
        }

        answer.Note = notes.Count == 0 ? null : string.Join(" ", notes);
    }

    private static void Note(List<string> notes, string note)
    {
        if (!notes.Contains(note))
        {
            notes.Add(note);
        }
    }

    private static IEnumerable<OperationAnswer.Example> Examples(OperationAnswer answer)
        => (answer.Body?.Contents ?? []).Concat(answer.Responses.SelectMany(r => r.Contents ?? [])).SelectMany(c => c.Examples ?? []).Where(e => e.Value is not null);

    private static bool ShortenDescriptions(OperationAnswer answer)
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

        answer.Description = Short(answer.Description);
        answer.Body?.Description = Short(answer.Body.Description);
        foreach (var parameter in answer.Parameters ?? [])
        {
            parameter.Description = Short(parameter.Description);
        }

        foreach (var response in answer.Responses)
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
