using System.Text;

namespace Plannr.Runtime.Requests;

/// <summary>A path of the contract, split at its <c>{placeholders}</c>.</summary>
internal sealed class PathTemplate
{
    private readonly List<string> _names = [];

    // The text before each placeholder, and after the last one.
    private readonly List<string> _literals = [];

    public PathTemplate(string path)
    {
        var start = 0;
        int open;
        while ((open = path.IndexOf('{', start)) >= 0 && path.IndexOf('}', open) is var close and > 0)
        {
            _literals.Add(path.Substring(start, open - start));
            _names.Add(path.Substring(open + 1, close - open - 1));
            start = close + 1;
        }

        _literals.Add(path.Substring(start));
        HasQuery = _literals.Exists(l => l.Contains('?'));
    }

    /// <summary>Gets a value that indicates whether the path contains a query, which some contracts use to distinguish operations.</summary>
    public bool HasQuery { get; }

    /// <summary>Replaces the placeholders and returns the URL.</summary>
    /// <param name="server">The server, which precedes the path.</param>
    /// <param name="request">The request that contains the values.</param>
    public string Fill(string server, ApiRequest request)
    {
        switch (_names.Count)
        {
            case 0:
                return server + _literals[0];
            case 1:
                return string.Concat(server, _literals[0], request.PathValue(_names[0]), _literals[1]);
            default:
                var url = new StringBuilder(server);
                for (var at = 0; at < _names.Count; at++)
                {
                    url.Append(_literals[at]).Append(request.PathValue(_names[at]));
                }

                return url.Append(_literals[_names.Count]).ToString();
        }
    }
}
