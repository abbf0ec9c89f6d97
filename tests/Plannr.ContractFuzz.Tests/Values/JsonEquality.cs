using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plannr.ContractFuzz.Tests.Values;

/// <summary>Compares JSON. The order of properties does not matter, numbers are compared by all digits, and timestamps by instant and offset.</summary>
internal static class JsonEquality
{
    /// <summary>Returns the first difference with its position; null for equal values.</summary>
    public static string? Difference(JsonNode? expected, JsonNode? actual, string place = "$")
    {
        switch (expected, actual)
        {
            case (null, null):
                return null;
            case (JsonObject one, JsonObject other):
                foreach (var name in one.Select(m => m.Key).Union(other.Select(m => m.Key)))
                {
                    if (!one.TryGetPropertyValue(name, out var left) || !other.TryGetPropertyValue(name, out var right))
                    {
                        return $"{place}[{name}] is {(one.ContainsKey(name) ? "missing" : "added")}";
                    }

                    if (Difference(left, right, $"{place}[{name}]") is { } difference)
                    {
                        return difference;
                    }
                }

                return null;
            case (JsonArray one, JsonArray other):
                return one.Count != other.Count ? $"{place} has {other.Count} items instead of {one.Count}"
                    : Enumerable.Range(0, one.Count).Select(i => Difference(one[i], other[i], $"{place}[{i}]")).FirstOrDefault(d => d is not null);
            case (JsonValue one, JsonValue other) when AreEqual(one, other):
                return null;
            default:
                return $"{place} is {actual?.ToJsonString() ?? "null"} instead of {expected?.ToJsonString() ?? "null"}";
        }
    }

    private static bool AreEqual(JsonValue one, JsonValue other)
    {
        var kind = one.GetValueKind();
        if (kind != other.GetValueKind())
        {
            return false;
        }

        return kind switch
        {
            JsonValueKind.Number => Digits(one.ToJsonString()) == Digits(other.ToJsonString()),
            JsonValueKind.String => one.GetValue<string>() == other.GetValue<string>() || (Timestamp(one) is { } first && Timestamp(other) is { } second && first.EqualsExact(second)),
            _ => true,
        };
    }

    private static DateTimeOffset? Timestamp(JsonValue value)
        => value.GetValue<string>() is { Length: >= 20 } text && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;

    // A number as digits and exponent: "12.50" is (125, -1).
    private static (BigInteger Digits, int Exponent) Digits(string text)
    {
        var parts = text.Split(['e', 'E']);
        var exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        exponent -= point < 0 ? 0 : parts[0].Length - point - 1;
        var digits = BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        while (!digits.IsZero && digits % 10 == 0)
        {
            digits /= 10;
            exponent++;
        }

        return digits.IsZero ? (digits, 0) : (digits, exponent);
    }
}
