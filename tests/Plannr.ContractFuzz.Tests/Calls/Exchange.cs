using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Newtonsoft.Json.Linq;
using Plannr.ContractFuzz.Tests.Values;
using Plannr.Generated;
using Plannr.Runtime.Requests;

namespace Plannr.ContractFuzz.Tests.Calls;

/// <summary>Calls the methods of a generated client. The server returns responses that the original contract documents.</summary>
internal sealed class Exchange(OriginalContract contract, Assembly assembly, ContractServer server, string prefix, Draw draw)
{
    private const int Attempts = 8;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SchemaValidator _requests = new(contract, Direction.Request);
    private readonly SchemaValidator _responses = new(contract, Direction.Response);
    private readonly SchemaValidator _alternatives = new(contract, Direction.Response, isLenient: true);

    /// <summary>Calls every operation.</summary>
    /// <param name="rounds">The number of calls of each operation.</param>
    /// <returns>The number of calls.</returns>
    /// <exception cref="CallFault">A request or a result does not match the contract.</exception>
    public async Task<int> RunAsync(int rounds)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var httpClient = new HttpClient(handler) { BaseAddress = new Uri(server.BaseAddress, prefix) };
        var calls = 0;
        foreach (var (path, verb, item, operation) in contract.Operations())
        {
            var (client, method) = Find((string)operation["operationId"]!, httpClient);
            for (var round = 0; round < rounds; round++)
            {
                var arguments = Arguments(path, verb, item, operation).ToArray();
                if (await FillAsync(arguments) && await PlanAsync(verb, operation) is { } response)
                {
                    await CallAsync(client, method, path, verb, arguments, response);
                    calls++;
                }
            }
        }

        return calls;
    }

    // Finds the client and its WithResponse method by the operationId, because their names may differ from it.
    private (object Client, MethodInfo Method) Find(string operationId, HttpClient httpClient)
    {
        foreach (var type in assembly.GetTypes().Where(t => typeof(ApiClient).IsAssignableFrom(t)))
        {
            foreach (var field in type.GetFields(BindingFlags.Static | BindingFlags.NonPublic).Where(f => f.FieldType == typeof(ApiOperation)))
            {
                if (((ApiOperation)field.GetValue(null)!).Name == operationId)
                {
                    return (Activator.CreateInstance(type, httpClient)!, type.GetMethod(field.Name[..^"Operation".Length] + "WithResponseAsync")!);
                }
            }
        }

        throw new CallFault("an operation has no method", operationId);
    }

    // In the documented order: parameters of the path before those of the operation, required before optional ones, the body after parameters.
    private IEnumerable<Argument> Arguments(string path, string verb, JObject item, JObject operation)
    {
        var pathItem = contract.Api.Paths[path];
        var known = pathItem.Operations![new HttpMethod(verb.ToUpperInvariant())];
        var parameters = Zip(pathItem.Parameters, item).Concat(Zip(known.Parameters, operation))
            .Where(p => !(p.Parameter!.In == ParameterLocation.Header && p.Parameter.Name!.ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION"));
        var body = operation["requestBody"]?["content"] is JObject content
            ? [new Argument(null, content.Properties().First().Name, (JObject)content.PropertyValues().First()["schema"]!, (bool?)operation["requestBody"]!["required"] == true)]
            : Array.Empty<Argument>();
        return parameters.Concat(body).OrderByDescending(a => a.IsRequired);

        static IEnumerable<Argument> Zip(IList<IOpenApiParameter>? parameters, JObject owner)
            => (parameters ?? []).Zip(owner["parameters"]?.Cast<JObject>() ?? []).Select(p => new Argument(
                p.First,
                p.First.Content is { Count: > 0 } ? p.First.Content.Keys.First() : null,
                (JObject)(p.Second["schema"] ?? p.Second["content"]!.First!.First!["schema"]!),
                p.First.Required));
    }

    /// <returns>true if all arguments that are passed have values.</returns>
    private async Task<bool> FillAsync(Argument[] arguments)
    {
        foreach (var argument in arguments)
        {
            argument.IsPassed = argument.IsRequired || draw.Chance(70);
            if (argument.IsPassed && !await FillAsync(argument))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> FillAsync(Argument argument)
    {
        var taste = argument.Parameter switch
        {
            { In: ParameterLocation.Header } => Taste.Header,
            not null when argument.MediaType is null => Taste.Parameter,
            null when argument.MediaType is "application/x-www-form-urlencoded" or "multipart/form-data" or "text/plain" => Taste.Parameter,
            _ => Taste.Json,
        };
        var values = new ValueGenerator(contract, draw, Direction.Request, taste);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            argument.Value = values.Of(argument.Schema);
            // A null argument is the same as one that is not passed.
            if (argument.Value is not null && IsSendable(argument) && await _requests.ProblemsAsync(argument.Schema, argument.Value) is [])
            {
                return true;
            }
        }

        return false;
    }

    // The runtime must reject values that would change the path or that a header cannot contain.
    private bool IsSendable(Argument argument) => argument.Parameter?.In switch
    {
        // A class has the properties of its base class first, and some styles show this order.
        not null when argument is { MediaType: null, Value: JsonObject } && contract.Follow(argument.Schema) is var schema && (schema["allOf"] ?? schema["oneOf"] ?? schema["anyOf"] ?? schema["discriminator"]) is not null => false,
        not null when argument is { MediaType: null, Value: JsonObject or JsonArray } && Delimiter(argument.Parameter) is { } delimiter && Wire.IsWithin(delimiter, argument.Value) => false,
        ParameterLocation.Header when argument.MediaType is null && Wire.Header(argument.Parameter.Explode, argument.Value!) is var text && text.Trim() != text => false,
        ParameterLocation.Header => (argument.MediaType is null ? Wire.Header(argument.Parameter.Explode, argument.Value!) : argument.Value!.ToJsonString(Relaxed).Replace("\\u", "\x7f", StringComparison.Ordinal)).All(c => c is >= ' ' and < '\x7f'),
        ParameterLocation.Path when argument.MediaType is null => argument.Value is JsonValue value ? Wire.Text(value) is not ("" or "." or ".." or "00000000-0000-0000-0000-000000000000") : Wire.Path("", Microsoft.OpenApi.ParameterStyle.Simple, false, argument.Value!)[0].Length > 0,
        _ => true,
    };

    // Returns the character that separates the parts of a value, if the style has no escape for it.
    private static char? Delimiter(IOpenApiParameter parameter) => (parameter.In, parameter.Style, parameter.Explode) switch
    {
        (ParameterLocation.Header, _, _) => ',',
        (_, Microsoft.OpenApi.ParameterStyle.Label, true) => '.',
        (_, Microsoft.OpenApi.ParameterStyle.SpaceDelimited, false) => ' ',
        (_, Microsoft.OpenApi.ParameterStyle.PipeDelimited, false) => '|',
        _ => null,
    };

    /// <returns>A response of the contract; null if no value was found for its schema.</returns>
    private async Task<PlannedResponse?> PlanAsync(string verb, JObject operation)
    {
        var responses = (JObject)operation["responses"]!;
        var (status, chosen) = (draw.Chance(65) ? draw.Pick([.. responses.Properties().Where(r => r.Name.StartsWith('2'))]) : draw.Pick([.. responses.Properties()])) is var property ? (Status(property.Name, responses), (JObject)property.Value) : default;
        if (verb == "head" || chosen["content"] is not JObject content)
        {
            return new PlannedResponse(status, null, [], null, null, false);
        }

        var (mediaType, schema) = (content.Properties().First().Name, (JObject)content.PropertyValues().First()["schema"]!);
        // Parameter values contain no byte order mark, which is not part of a text.
        var values = new ValueGenerator(contract, draw, Direction.Response, mediaType == "text/plain" ? Taste.Parameter : Taste.Json);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var value = values.Of(schema);
            if (await _responses.ProblemsAsync(schema, value) is [])
            {
                var isJson = mediaType.Contains("json", StringComparison.Ordinal);
                return new PlannedResponse(status, mediaType, Encoding.UTF8.GetBytes(isJson ? value?.ToJsonString() ?? "null" : Wire.Text(value)), isJson ? schema : null, value, responses.Properties().Count(r => r.Name.StartsWith('2') && r.Value["content"] is not null) > 1);
            }
        }

        return null;
    }

    // Returns a status that belongs to the range or the default, and to no other response.
    private int Status(string documented, JObject responses)
    {
        if (int.TryParse(documented, CultureInfo.InvariantCulture, out var status))
        {
            return status;
        }

        int[] candidates = documented switch { "2XX" => [200, 203, 207, 299], "4XX" => [400, 404, 418, 499], "5XX" => [500, 503, 599], _ => [302, 404, 409, 503] };
        return draw.Pick([.. candidates.Where(c => !responses.ContainsKey($"{c}") && (documented != "default" || !responses.ContainsKey($"{c / 100}XX")))]);
    }

    private async Task CallAsync(object client, MethodInfo method, string path, string verb, Argument[] arguments, PlannedResponse response)
    {
        var parameters = method.GetParameters();
        if (parameters.Length != arguments.Length + 1)
        {
            throw new CallFault("the method has the wrong number of arguments", $"{method.Name} has {parameters.Length - 1} arguments instead of {arguments.Length}");
        }

        object?[] values = [.. arguments.Select((a, i) => a.IsPassed ? ClrValues.Build(a.Value, parameters[i].ParameterType, draw) : null), CancellationToken.None];
        server.Plan(prefix, response);
        var (result, thrown) = await InvokeAsync(client, method, values);
        if (server.Received(prefix) is not { } request)
        {
            throw new CallFault($"no request was sent ({thrown?.GetType().Name}: {thrown?.Message.Split(" (Parameter")[0]})", Describe(arguments) + "\n" + thrown);
        }

        await new RequestCheck(path, verb, arguments, request).RunAsync();
        await new ResponseCheck(contract, _alternatives, response).RunAsync(result, thrown);
    }

    private static async Task<(object? Result, Exception? Thrown)> InvokeAsync(object client, MethodInfo method, object?[] values)
    {
        try
        {
            var task = (Task)method.Invoke(client, values)!;
            await task;
            return (task.GetType().GetProperty("Result")!.GetValue(task), null);
        }
        catch (TargetInvocationException exception)
        {
            return (null, exception.InnerException);
        }
        catch (Exception exception) when (exception is PlannrApiException or ArgumentException or HttpRequestException or InvalidOperationException)
        {
            return (null, exception);
        }
    }

    private static string Describe(Argument[] arguments)
        => string.Join(", ", arguments.Where(a => a.IsPassed).Select(a => $"{a.Parameter?.Name ?? "body"}: {a.Value?.ToJsonString() ?? "null"}"));
}
