using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Plannr.ContractFuzz.Tests.Values;

namespace Plannr.ContractFuzz.Tests.Calls;

/// <summary>Compares a request with the original contract and the arguments of the call.</summary>
internal sealed partial class RequestCheck(string path, string verb, IReadOnlyList<Argument> arguments, ReceivedRequest request)
{
    private IEnumerable<Argument> Passed => arguments.Where(a => a.IsPassed);

    /// <exception cref="CallFault">The request does not match the contract.</exception>
    public async Task RunAsync()
    {
        Expect("method", verb.ToUpperInvariant(), request.Method);
        var target = request.Target.Split('?', 2);
        CheckPath(target[0]);
        CheckFields("query", ParameterLocation.Query, Wire.Split(target.ElementAtOrDefault(1) ?? "", "&"));
        CheckFields("cookie", ParameterLocation.Cookie, Wire.Split(request.Headers.GetValueOrDefault("Cookie") ?? "", "; "));
        CheckHeaders();
        await CheckBodyAsync();
    }

    private void CheckPath(string sent)
    {
        // A style allows few forms of a value, which the pattern lists. JSON is captured and compared.
        var pattern = string.Concat(Placeholder().Split(path).Select((text, i) => i % 2 == 0 ? Regex.Escape(text) : Pattern(text)));
        var match = Regex.Match(Wire.Canonical(sent, ",;=./"), $"^{pattern}$");
        if (!match.Success)
        {
            var styles = Passed.Where(a => a.Parameter?.In == ParameterLocation.Path).Select(a => $"{a.Parameter!.Style} {(a.Parameter.Explode ? "exploded " : "")}{a.Value!.GetValueKind()}");
            throw new CallFault($"unexpected path ({string.Join(", ", styles)})", $"'{sent}' does not match {pattern}");
        }

        var json = Passed.Where(a => a.Parameter?.In == ParameterLocation.Path && a.MediaType is not null).OrderBy(a => path.IndexOf($"{{{a.Parameter!.Name}}}", StringComparison.Ordinal));
        foreach (var (argument, capture) in json.Zip(match.Groups["json"].Captures))
        {
            CheckJson("a path parameter as JSON", argument.Value, Uri.UnescapeDataString(capture.Value));
        }
    }

    private string Pattern(string name)
    {
        var argument = Passed.Single(a => a.Parameter is { In: ParameterLocation.Path } parameter && parameter.Name == name);
        return argument.MediaType is not null
            ? "(?<json>[^/]+?)"
            : $"(?:{string.Join("|", Wire.Path(name, argument.Parameter!.Style ?? ParameterStyle.Simple, argument.Parameter.Explode, argument.Value!).Select(Regex.Escape))})";
    }

    private void CheckFields(string where, ParameterLocation place, IReadOnlyList<(string Name, string Value)> sent)
    {
        var expected = new List<(string Name, string Value)>();
        var left = sent.ToList();
        foreach (var argument in Passed.Where(a => a.Parameter?.In == place))
        {
            var parameter = argument.Parameter!;
            if (argument.MediaType is null)
            {
                var isJoined = argument.Value is JsonObject or JsonArray && !parameter.Explode && parameter.Style != ParameterStyle.DeepObject;
                var fields = Wire.Fields(parameter.Name!, parameter.Style ?? ParameterStyle.Form, parameter.Explode, argument.Value!);
                // Commas are reserved characters, which need no escape if they do not separate values.
                expected.AddRange(parameter.AllowReserved && !isJoined ? fields.Select(f => (f.Name, f.Value.Replace("%2C", ",", StringComparison.Ordinal))) : fields);
                continue;
            }

            var at = left.FindIndex(f => f.Name == Wire.Escape(parameter.Name!));
            CheckJson($"a {where} parameter as JSON", argument.Value, at < 0 ? "" : Uri.UnescapeDataString(left[at].Value));
            left.RemoveAt(at);
        }

        Expect(where, string.Join("&", expected.OrderBy(f => f.Name, StringComparer.Ordinal)), string.Join("&", left.OrderBy(f => f.Name, StringComparer.Ordinal)));
    }

    private void CheckHeaders()
    {
        foreach (var argument in Passed.Where(a => a.Parameter?.In == ParameterLocation.Header))
        {
            var sent = request.Headers.GetValueOrDefault(argument.Parameter!.Name!) ?? throw new CallFault("a header was not sent", argument.Parameter.Name!);
            if (argument.MediaType is null)
            {
                Expect("header", Wire.Header(argument.Parameter.Explode, argument.Value!), sent);
            }
            else
            {
                CheckJson("a header as JSON", argument.Value, sent);
            }
        }
    }

    private async Task CheckBodyAsync()
    {
        if (Passed.SingleOrDefault(a => a.Parameter is null) is not { } body)
        {
            Expect("body of a request without a body", "", Encoding.UTF8.GetString(request.Body));
            return;
        }

        var (mediaType, contentType) = (body.MediaType!.Split(';')[0], request.Headers.GetValueOrDefault("Content-Type") ?? "");
        Expect("media type", mediaType, contentType.Split(';')[0]);
        switch (mediaType)
        {
            case "application/x-www-form-urlencoded":
                CheckForm(body, Encoding.UTF8.GetString(request.Body));
                break;
            case "multipart/form-data":
                await CheckMultipartAsync(body, contentType);
                break;
            case "text/plain" or "application/octet-stream":
                Expect("body of " + mediaType, Wire.Text(body.Value), Encoding.UTF8.GetString(request.Body));
                break;
            default:
                // The body is valid because it equals a valid value. NJsonSchema is not asked again, because it distinguishes 1.0 from 1.
                CheckJson("the body", body.Value, Encoding.UTF8.GetString(request.Body));
                break;
        }
    }

    // The specification allows an object as JSON or as one field for each member. Each object of a list is a field.
    private static void CheckForm(Argument body, string sent)
    {
        var left = Wire.Split(sent.Replace("+", "%20", StringComparison.Ordinal), "&").ToList();
        foreach (var (name, value) in (JsonObject)body.Value!)
        {
            var isDeep = value is JsonObject { Count: 0 } || (value as JsonObject)?.Any(m => m.Value is JsonObject or JsonArray) == true || (value as JsonArray)?.Any(i => i is JsonObject or JsonArray) == true;
            var fields = isDeep ? [] : Wire.Fields(name, ParameterStyle.Form, explode: true, value!);
            // The field of a member can have the same name as a field of the form.
            var isJson = isDeep || (value is JsonObject && left.Exists(f => f.Name == Wire.Escape(name)));
            if (isJson || !fields.All(left.Contains))
            {
                foreach (var item in value is JsonArray list ? list.ToArray() : [value])
                {
                    var at = left.FindIndex(f => f.Name == Wire.Escape(name));
                    CheckJson($"a field of a form ({item!.GetValueKind()})", item, at < 0 ? throw new CallFault("a field of a form is missing", $"'{name}' in '{sent}'") : Uri.UnescapeDataString(left[at].Value));
                    left.RemoveAt(at);
                }

                continue;
            }

            foreach (var field in fields)
            {
                left.Remove(field);
            }
        }

        Expect("additional field of a form", "", string.Join("&", left));
    }

    private async Task CheckMultipartAsync(Argument body, string contentType)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(contentType).Boundary).ToString();
        var reader = new MultipartReader(boundary, new MemoryStream(request.Body));
        var left = new List<(string Name, string Value, string? MediaType)>();
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            // Like browsers, does not escape backslashes.
            var name = PartName().Match(section.ContentDisposition ?? throw new CallFault("a part has no Content-Disposition", Encoding.UTF8.GetString(request.Body))).Groups[1].Value;
            left.Add((name.Replace("%22", "\"", StringComparison.Ordinal).Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal), await section.ReadAsStringAsync(), section.ContentType + " " + section.ContentDisposition));
        }

        foreach (var (name, value) in (JsonObject)body.Value!)
        {
            foreach (var item in value is JsonArray list ? list.ToArray() : [value])
            {
                var at = left.FindIndex(p => p.Name == name);
                var part = at < 0 ? throw new CallFault("a part is missing", $"'{name}' among {string.Join(", ", left)}") : left[at];
                left.RemoveAt(at);
                if (item is JsonObject or JsonArray)
                {
                    CheckJson("a part as JSON", item, part.Value);
                }
                else
                {
                    Expect(body.IsFile(name) ? "part with a file" : "part", Wire.Text(item), part.Value);
                }
            }
        }

        Expect("additional part", "", string.Join(", ", left));
    }

    private static void CheckJson(string what, JsonNode? expected, string sent)
    {
        JsonNode? actual;
        try
        {
            actual = JsonNode.Parse(sent);
        }
        catch (System.Text.Json.JsonException exception)
        {
            throw new CallFault($"{what} is not JSON", $"'{sent}': {exception.Message}");
        }

        if (JsonEquality.Difference(expected, actual) is { } difference)
        {
            throw new CallFault($"{what} differs from the argument", difference);
        }
    }

    private static void Expect(string what, string expected, string actual)
    {
        if (expected != actual)
        {
            throw new CallFault($"unexpected {what}", $"Expected '{expected}', but received '{actual}'.");
        }
    }

    [GeneratedRegex("^form-data; name=\"([^\"]*)\"")]
    private static partial Regex PartName();

    [GeneratedRegex(@"\{([^{}/]*)\}")]
    private static partial Regex Placeholder();
}
