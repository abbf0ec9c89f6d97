using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>The conditions that JSON must meet, in addition to its kind, to match one of the types of a union.</summary>
/// <param name="requires">The required properties of an object.</param>
/// <param name="discriminator">The values of the discriminator that select the type, or null if there is no discriminator.</param>
/// <param name="constants">The optional properties that have only these values.</param>
/// <param name="values">The allowed values, or null for any value.</param>
internal sealed class UnionConditions(string[]? requires, KnownValues? discriminator, KnownValues[]? constants, string[]? values)
{
    /// <summary>The conditions of nested values, which always match.</summary>
    public static readonly UnionConditions None = new(null, null, null, null);

    /// <summary>Gets a value that indicates whether a discriminator selects the type, so that the other properties are not checked.</summary>
    public bool Decide => discriminator is not null;

    public bool Allow(JObject json)
        => requires?.All(name => json[name] is not null) != false
            && discriminator?.Contain(json) != false
            && constants?.All(c => json[c.Property] is null || c.Contain(json)) != false;

    public bool AllowValue(JToken json) => values is null || (DiscriminatorValue.Of(json) is { } value && values.Contains(value));
}
