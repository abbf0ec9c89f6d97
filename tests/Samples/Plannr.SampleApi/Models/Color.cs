using System.Text.Json.Serialization;

namespace Plannr.SampleApi.Models;

/// <summary>An enumeration that is a string in JSON.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Color>))]
public enum Color
{
    /// <summary>The color red.</summary>
    Red,

    /// <summary>The color green.</summary>
    Green,

    /// <summary>The color blue, which has another name in JSON.</summary>
    [JsonStringEnumMemberName("sky-blue")]
    Blue,
}
