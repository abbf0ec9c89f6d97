namespace Plannr.SpecGate.Contract;

/// <summary>What OpenAPI allows at a place.</summary>
internal abstract record Shape;

/// <summary>A scalar of a kind, with the words that a message names it by. Of any text, a number or a date has its own.</summary>
internal sealed record ScalarShape(string Words, Func<Source.SourceScalar, bool> Allows, bool IsText = false) : Shape;

internal sealed record AnyShape : Shape;

internal sealed record ListShape(Shape Item) : Shape;

/// <summary>A scalar or a list.</summary>
internal sealed record ChoiceShape(ScalarShape Scalar, ListShape List) : Shape;

/// <summary>An object whose keys are names of the author's.</summary>
internal sealed record MapShape(Shape Value, bool HasExtensions = false, bool AllowsReference = false) : Shape;

/// <summary>An object whose keys OpenAPI defines.</summary>
internal sealed record ObjectShape(string Name, bool AllowsReference = false) : Shape
{
    public Dictionary<string, Shape> Keys { get; } = new(StringComparer.Ordinal);

    public List<string> Required { get; } = [];

    /// <summary>Those of the required keys that generated code depends on.</summary>
    public HashSet<string> Needed { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether other keys than those that OpenAPI defines may stand in it.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Defines the keys; one that ends in "!" is required, and generated code depends on one that ends in "!!".</summary>
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
