using Microsoft.AspNetCore.Mvc;

namespace Plannr.SampleApi.Models;

/// <summary>The parameters of a search.</summary>
public sealed record Search(
    [FromQuery] int Page,
    [FromQuery] long? After,
    [FromQuery] Color? Color,
    [FromQuery] Level? Level,
    [FromQuery] string[]? Words,
    [FromQuery] int[]? Numbers,
    [FromQuery] DateOnly? Day,
    [FromQuery] TimeOnly? Time,
    [FromQuery] TimeSpan? Duration,
    [FromQuery] DateTimeOffset? Since,
    [FromQuery] Guid? Key,
    [FromQuery] Uri? Link,
    [FromQuery] decimal? Price,
    [FromQuery(Name = "is-done")] bool IsDone = false);
