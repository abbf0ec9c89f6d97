using System.Text.Json.Serialization;

namespace Plannr.SampleApi.Models;

/// <summary>Numbers that can be null, and numbers with other representations in JSON.</summary>
public sealed record OptionalNumbers(
    short? Int16,
    int? Int32,
    long? Int64,
    ulong? UInt64,
    float? Single,
    double? Double,
    decimal? Decimal)
{
    /// <summary>A number that is a string in responses.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public long Text { get; init; }

    /// <summary>A number that can be <c>"NaN"</c>.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double Named { get; init; }
}
