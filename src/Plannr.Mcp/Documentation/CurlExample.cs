using System.Text;
using Plannr.SpecGate.Contract;

namespace Plannr.Mcp.Documentation;

/// <summary>Formats calls as <c>curl</c> commands, in the style of the vendor's pages.</summary>
internal static class CurlExample
{
    public static string Of(OperationCall call, ApiTarget target)
    {
        var command = new StringBuilder($"curl --request {call.Operation.Method} {Quoted(target.Address(call.Target()))}");
        void Line(string option, string value) => command.Append(" \\\n  ").Append(option).Append(' ').Append(value);

        Line("--header", target.Token is { } token ? Quoted("Authorization: Bearer " + token) : $"\"Authorization: Bearer ${ApiTarget.TokenVariable}\"");
        Line("--header", Quoted("Accept: application/json"));
        foreach (var (name, value) in call.Headers())
        {
            Line("--header", Quoted($"{name}: {value}"));
        }

        if (call.Body is { } body && call.Operation.BodyContent is var (mediaType, _))
        {
            Line("--header", Quoted("Content-Type: " + mediaType));
            Line("--data", Quoted(MediaTypes.IsJson(mediaType) ? body.ToJsonString(OperationCall.Readable) : OperationCall.Text(body)));
        }

        return command.ToString();
    }

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
