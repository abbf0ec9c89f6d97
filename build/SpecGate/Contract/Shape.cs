namespace Plannr.SpecGate.Contract;

/// <summary>The values that OpenAPI allows at a place.</summary>
internal abstract record Shape;

/// <summary>A scalar.</summary>
/// <param name="Words">The expected value, as messages describe it.</param>
/// <param name="Allows">Returns whether a scalar is valid.</param>
/// <param name="IsText">Whether the shape is any text. A number or a date is then read as its text.</param>
internal sealed record ScalarShape(string Words, Func<Source.SourceScalar, bool> Allows, bool IsText = false) : Shape;

internal sealed record AnyShape : Shape;

internal sealed record ListShape(Shape Item) : Shape;

/// <summary>A scalar or a list.</summary>
internal sealed record ChoiceShape(ScalarShape Scalar, ListShape List) : Shape;

/// <summary>An object whose keys are names that the author chooses.</summary>
internal sealed record MapShape(Shape Value, bool HasExtensions = false, bool AllowsReference = false) : Shape;

/// <summary>An object whose keys OpenAPI defines.</summary>
internal sealed record ObjectShape(string Name, bool AllowsReference = false) : Shape
{
    public Dictionary<string, Shape> Keys { get; } = new(StringComparer.Ordinal);

    public List<string> Required { get; } = [];

    /// <summary>Gets the required keys that generated code depends on.</summary>
    public HashSet<string> Needed { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets or sets whether keys that OpenAPI does not define are allowed.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Defines keys. A key that ends in "!" is required; generated code depends on one that ends in "!!".</summary>
    public ObjectShape With(params (string Key, Shape Value)[] keys)
    {
        foreach (var (key, value) in keys)
        {
            var name = key.TrimEnd('!');
            Keys.Add(name, value);
            if (name != key)
            {
                Required.Add(name);
            }

            if (key.EndsWith("!!", StringComparison.Ordinal))
            {
                Needed.Add(name);
            }
        }

        return this;
    }

    public bool Equals(ObjectShape? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
