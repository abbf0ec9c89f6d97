using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Plannr.SampleApi.Models;

/// <summary>A task.</summary>
public sealed record Todo
{
    /// <summary>The number of the task.</summary>
    [Range(1, 1000)]
    public required int Id { get; init; }

    /// <summary>The title.</summary>
    [StringLength(20, MinimumLength = 2)]
    [RegularExpression("^[A-Z].*$")]
    public required string Title { get; init; }

    /// <summary>A note, or null.</summary>
    public string? Note { get; init; }

    /// <summary>The color, which is a string.</summary>
    public Color Color { get; init; }

    /// <summary>The other color, or null.</summary>
    public Color? OtherColor { get; init; }

    /// <summary>The level, which is a number.</summary>
    public Level Level { get; init; }

    /// <summary>The later level, or null.</summary>
    public Level? LaterLevel { get; init; }

    /// <summary>The main tag, or null.</summary>
    public Tag? Main { get; init; }

    /// <summary>The tags.</summary>
    [MaxLength(5)]
    public List<Tag> Tags { get; init; } = [];

    /// <summary>The task that this one is a part of, or null.</summary>
    public Todo? Parent { get; init; }

    /// <summary>The parts.</summary>
    public List<Todo>? Parts { get; init; }

    /// <summary>The number of attempts.</summary>
    [DefaultValue(3)]
    public int Attempts { get; init; } = 3;

    /// <summary>The price.</summary>
    [JsonPropertyName("price-in-euro")]
    [Range(0.5, 99.5)]
    public decimal? Price { get; init; }

    /// <summary>The length of the title.</summary>
    public int Length => Title.Length;
}
