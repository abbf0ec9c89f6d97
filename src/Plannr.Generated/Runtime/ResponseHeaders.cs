using System.Net.Http.Headers;

namespace Plannr.Generated.Runtime;

/// <summary>The headers of a response and of its content as one dictionary, whose names compare without case; made when someone asks.</summary>
internal sealed class ResponseHeaders(HttpResponseMessage response)
{
    // Not the response itself, which would keep the request with it.
    private readonly HttpResponseHeaders _headers = response.Headers;
    private readonly HttpContentHeaders? _contentHeaders = response.Content?.Headers;
    private IReadOnlyDictionary<string, IReadOnlyList<string>>? _all;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> All
    {
        get
        {
            // The headers' own collections are not for several threads at once.
            lock (_headers)
            {
                return _all ??= Gather();
            }
        }
    }

    private Dictionary<string, IReadOnlyList<string>> Gather()
    {
        var all = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        Add(_headers);
        Add(_contentHeaders);
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
