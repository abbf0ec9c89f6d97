using System.Text;

namespace Plannr.Runtime.Requests;

/// <summary>A path of the contract, taken apart at its <c>{placeholders}</c>.</summary>
internal sealed class PathTemplate
{
    private readonly List<string> _names = [];

    // What stands before each placeholder, and behind the last.
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

    /// <summary>Gets whether the path has a query of its own, which some contracts tell operations apart by.</summary>
    public bool HasQuery { get; }

    /// <summary>Puts values into their places.</summary>
    /// <param name="server">What stands before the path.</param>
    /// <param name="request">Has the values.</param>
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
