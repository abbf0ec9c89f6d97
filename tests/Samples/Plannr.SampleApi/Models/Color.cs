using System.Text.Json.Serialization;

namespace Plannr.SampleApi.Models;

/// <summary>An enumeration that is text in JSON.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Color>))]
public enum Color
{
    /// <summary>As a rose.</summary>
    Red,

    /// <summary>As grass.</summary>
    Green,

    /// <summary>As the sky, under another name in JSON.</summary>
    [JsonStringEnumMemberName("sky-blue")]
    Blue,
}
