using System.Text;

namespace Plannr.Cli.Output.Json;

/// <summary>Indents JSON without parsing its values. All numbers, names and strings stay unchanged.</summary>
internal static class IndentedJson
{
    public static string Of(string json)
    {
        var result = new StringBuilder(json.Length * 2);
        var depth = 0;
        for (var at = 0; at < json.Length; at++)
        {
            var c = json[at];
            switch (c)
            {
                case '"':
                    var end = JsonText.EndOfString(json, at);
                    result.Append(json, at, end - at);
                    at = end - 1;
                    break;
                case '{' or '[':
                    var next = JsonText.AfterSpace(json, at + 1);
                    if (next < json.Length && json[next] is '}' or ']')
                    {
                        result.Append(c).Append(json[next]);
                        at = next;
                        break;
                    }

                    result.Append(c);
                    StartLine(++depth);
                    break;
                case '}' or ']':
                    StartLine(--depth);
                    result.Append(c);
                    break;
                case ',':
                    result.Append(c);
                    StartLine(depth);
                    break;
                case ':':
                    result.Append(": ");
                    break;
                case ' ' or '\t' or '\r' or '\n':
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }

        return result.ToString();

        void StartLine(int indentation) => result.Append('\n').Append(' ', 2 * Math.Max(0, indentation));
    }
}
