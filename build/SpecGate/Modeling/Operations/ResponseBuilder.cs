using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model.Operations;
using Plannr.SpecGate.Model.Types;
using Plannr.SpecGate.Modeling.Types;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Operations;

/// <summary>
/// Builds the result and the errors of an operation. The result is the body of a success response. If success responses have
/// different types, the result is a union.
/// </summary>
internal sealed class ResponseBuilder(OpenApiContract contract, TypeBuilder types, ContentBuilder content, Action<SourceNode, SourceFile, string> warn)
{
    /// <summary>The documented responses of an operation.</summary>
    public sealed record Responses(
        ResultModel? Result,
        IReadOnlyList<SuccessModel> Successes,
        IReadOnlyList<ErrorModel> Errors,
        IReadOnlyList<string> Accept,
        IReadOnlyList<HeaderModel> Headers);

    public Responses Build(SourceOperation operation)
    {
        var successes = new List<SuccessModel>();
        var errors = new List<ErrorModel>();
        var bodies = new List<ContentBuilder.ResponseBody>();
        var accepted = new List<string>();
        foreach (var (status, successStatus, source) in Documented(operation))
        {
            var isSuccess = successStatus is not null;
            var place = operation.TypeName + (isSuccess ? "Response" : "Error") + (isSuccess && bodies.Count == 0 ? "" : status.Text);
            // A response to HEAD has no body, and a redirection only refers to the result.
            var body = operation.Verb == "head" || (isSuccess && status.IsRedirection) ? null : content.Response(source, place);
            if (body is not null && !accepted.Contains(body.MediaType))
            {
                accepted.Add(body.MediaType);
            }

            var description = source.Node.Text("description")?.Trim() ?? "";
            if (isSuccess)
            {
                successes.Add(new SuccessModel(successStatus!, body is null, body?.Type.IsNullable == true, description));
                bodies.AddRange(body is null ? [] : [body]);
            }

            // By the specification, default applies to errors too.
            if (!isSuccess || status.IsDefault)
            {
                errors.Add(new ErrorModel(status.Text, body is { Kind: BodyKind.Json } ? body.Type : null, description) { At = new ContractPlace(source.File.Path, source.Node.Start) });
            }
        }

        // Without a documented 2xx, every 2xx is a success.
        if (!successes.Any(s => s.Status.StartsWith('2')))
        {
            successes.Add(new SuccessModel("2XX", IsEmpty: true, IsNullable: false, ""));
        }

        return new Responses(Result(operation, successes, bodies), successes, errors, accepted, [.. Headers(operation)]);
    }

    // The documented responses. Those that are successes have a success status.
    private IEnumerable<Response> Documented(SourceOperation operation)
    {
        var all = (from entry in operation.Node.Map("responses")?.Entries ?? []
                   let status = ResponseStatus.Parse(entry.Key.Text)
                   where status is not null
                   let source = contract.Follow(entry.Value, OpenApi30.Response, operation.File)
                   where source is not null
                   select new Response(status, status.IsSuccess ? status.Text : null, source)).DistinctBy(r => r.Status).ToArray();
        if (all.Any(r => r.Status.IsSuccess))
        {
            return all;
        }

        var redirects = all.Any(r => r.Status.IsRedirection);
        return all.Select(r => r.Status.IsRedirection ? r with { SuccessStatus = r.Status.Text }
            : r.Status.IsDefault && !redirects && !IsError(r, all) ? r with { SuccessStatus = "2XX" }
            : r);
    }

    // A default response is an error if its media type is application/problem+..., or if its content equals that of another response.
    private static bool IsError(Response response, Response[] all)
        => Content(response) is { } content
            && (content.Entries.Any(c => c.Key.Text.StartsWith("application/problem+", StringComparison.OrdinalIgnoreCase))
                || all.Any(other => other != response && Content(other) is { } known && JToken.DeepEquals(known.ToJson(), content.ToJson())));

    private static SourceMap? Content(Response response) => response.Source.Node.Map("content");

    private ResultModel? Result(SourceOperation operation, List<SuccessModel> successes, List<ContentBuilder.ResponseBody> bodies)
    {
        if (bodies.Count == 0)
        {
            return null;
        }

        var mayBeEmpty = successes.Any(s => s.IsEmpty || s.IsNullable);
        if (bodies.Select(b => b.Kind).Distinct().Count() > 1)
        {
            warn(operation.Node.Entry("responses")!.Key, operation.File, "The result is a file (ApiFile) with the media type of the response, because the successes have bodies of different kinds, such as JSON and a file.");
            return new ResultModel(BodyKind.File, new FileType(IsNullable: false), mayBeEmpty);
        }

        var alternatives = bodies.Select(b => b.Type with { IsNullable = false }).Distinct().ToArray();
        var type = alternatives is [var only]
            ? only
            : types.AddUnion(operation.TypeName + "Result", $"The response of {operation.Method}. Its type depends on the status code.", alternatives, new ContractPlace(operation.File.Path, operation.Node.Entry("responses")!.Key.Start));
        return new ResultModel(bodies[0].Kind, type, mayBeEmpty);
    }

    // The headers of success responses, without duplicates, for the documentation.
    private IEnumerable<HeaderModel> Headers(SourceOperation operation)
        => from success in Documented(operation)
           where success.SuccessStatus is not null
           from header in success.Source.Node.Map("headers")?.Entries ?? []
           group (header, success.Source.File) by header.Key.Text.ToUpperInvariant() into same
           let first = same.First()
           let description = contract.Follow(first.header.Value, OpenApi30.Header, first.File)?.Node.Text("description")
           select new HeaderModel(first.header.Key.Text, description?.Trim() ?? "");

    private sealed record Response(ResponseStatus Status, string? SuccessStatus, ContractObject Source);
}
