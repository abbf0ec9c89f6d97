namespace Plannr.SampleApi.Models;

/// <summary>An enumeration that is a number in JSON.</summary>
public enum Level
{
    /// <summary>Not urgent.</summary>
    Low = 1,

    /// <summary>Urgent.</summary>
    High = 10,
}
