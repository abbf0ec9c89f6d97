using System.Text;
using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;
using Plannr.ContractFuzz.Tests.Values;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.ContractFuzz.Tests.Calls;

/// <summary>Compares the result or the exception of a call with the response.</summary>
internal sealed class ResponseCheck(OriginalContract contract, SchemaValidator validator, PlannedResponse response)
{
    /// <exception cref="CallFault">The result or the exception does not match the response.</exception>
    public async Task RunAsync(object? result, Exception? thrown)
    {
        if (response.IsSuccess)
        {
            await CheckSuccessAsync(result, thrown);
            return;
        }

        if (thrown is not PlannrApiException exception || exception.StatusCode != response.Status)
        {
            throw new CallFault($"an error response did not throw the expected exception ({thrown?.GetType().Name ?? "nothing"})", $"{response.Status}: {thrown?.Message}");
        }

        if (response.Schema is not null && response.Json is not null)
        {
            var error = exception.GetType().GetProperty("Error") ?? throw new CallFault("the exception of a documented error has no property Error", $"{response.Status}: {exception.Message}");
            await CheckJsonAsync("an error", error.GetValue(exception), writes: true);
        }
    }

    private async Task CheckSuccessAsync(object? result, Exception? thrown)
    {
        if (thrown is not null)
        {
            throw new CallFault($"a success response threw {thrown.GetType().Name}", $"{thrown.Message}\n{Encoding.UTF8.GetString(response.Body)}");
        }

        var value = result!.GetType().GetProperty("Value")?.GetValue(result);
        if (value is ApiFile file)
        {
            using var bytes = new MemoryStream();
            await file.Content.CopyToAsync(bytes);
            file.Dispose();
            value = Encoding.UTF8.GetString(bytes.ToArray());
            await CheckJsonAsync("a file", value, writes: false);
        }
        else if (response.MediaType is null ? value is not null : true)
        {
            await CheckJsonAsync(response.Schema is null ? "a text" : "a result", value, writes: response.Schema is not null);
        }
    }

    private async Task CheckJsonAsync(string what, object? value, bool writes)
    {
        if (JsonEquality.Difference(response.Json, ClrValues.Render(value)) is { } difference)
        {
            throw new CallFault($"{what} differs from the response", $"{difference}\n{Encoding.UTF8.GetString(response.Body)}");
        }

        if (writes && JsonEquality.Difference(response.Json, ClrValues.Write(value)) is { } change)
        {
            throw new CallFault($"{what} is not serialized as it was received", $"{change}\n{Encoding.UTF8.GetString(response.Body)}");
        }

        if (response is { Schema: not null } and not { IsSuccess: true, IsOneOfSeveral: true })
        {
            await CheckUnionsAsync(response.Schema, response.Json, value);
        }
    }

    // A union must match at least one alternative, and no more alternatives than the value does.
    private async Task CheckUnionsAsync(JToken schema, JsonNode? json, object? value)
    {
        var node = contract.Follow(schema);
        while (Only(node) is { } only)
        {
            node = contract.Follow(only);
        }

        if (value is Union union && (node["oneOf"] ?? node["anyOf"]) is JArray alternatives && node["allOf"] is null && json is not null)
        {
            var fitting = 0;
            foreach (var alternative in alternatives)
            {
                fitting += await validator.ProblemsAsync(alternative, json) is [] ? 1 : 0;
            }

            var read = ClrValues.Alternatives(union);
            if (read.Count > fitting || (read.Count == 0 && !alternatives.Any(a => IsAny(contract.Follow(a)))))
            {
                throw new CallFault(read.Count == 0 ? "a union matches no alternative" : "a union matches alternatives that the value does not match", $"{read.Count} of {fitting} for {json.ToJsonString()}: {string.Join(", ", read.Select(r => r.GetType().Name))}");
            }
        }

        switch (json, value)
        {
            case (JsonArray list, System.Collections.IEnumerable items) when node["items"] is { } item:
                foreach (var (part, read) in list.Zip(items.Cast<object?>()))
                {
                    await CheckUnionsAsync(item, part, read);
                }

                break;
            case (JsonObject members, ApiObject owner):
                foreach (var (name, property) in node["properties"] as JObject ?? [])
                {
                    if (members.TryGetPropertyValue(name, out var member))
                    {
                        await CheckUnionsAsync(property!, member, ClrValues.Property(owner, name));
                    }
                }

                break;
        }
    }

    // Returns the only part of a schema that consists of this part alone.
    private static JToken? Only(JObject node)
        => node["properties"] is null && new[] { "allOf", "oneOf", "anyOf" }.Where(node.ContainsKey).ToArray() is [var key] && node[key] is JArray { Count: 1 } parts ? parts[0] : null;

    private bool IsAny(JObject schema)
        => schema["type"] is null && (schema["allOf"] as JArray ?? schema["oneOf"] as JArray ?? schema["anyOf"] as JArray ?? []).All(part => IsAny(contract.Follow(part)));
}
