namespace Plannr.SampleApi.Models;

/// <summary>Lists and dictionaries.</summary>
public sealed record Collections(
    List<string> Words,
    int[]? Numbers,
    IReadOnlyList<int?> NumbersOrNull,
    HashSet<Guid> Set,
    List<List<double>> Lists,
    Dictionary<string, int> Counts,
    Dictionary<string, string?> TextsOrNull,
    Dictionary<string, List<Tag>> TagsByName,
    Dictionary<Color, Tag> TagsByColor,
    List<Color?> Colors,
    IDictionary<string, DateOnly>? Days,
    List<Tag?> TagsOrNull);
