using System.Net.Http.Headers;

namespace Plannr.Runtime.Responses;

/// <summary>Copies the headers of a response and of its content into one dictionary. The keys are not case-sensitive.</summary>
internal static class ResponseHeaders
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(HttpResponseHeaders headers, HttpContentHeaders? contentHeaders)
    {
        var all = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        Add(headers);
        Add(contentHeaders);
        return all;

        void Add(HttpHeaders? source)
        {
            foreach (var header in source ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            {
                all[header.Key] = header.Value.ToArray();
            }
        }
    }
}
