using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>What JSON must be like, beside its kind, to be of one of the types of a union.</summary>
/// <param name="requires">The properties that an object requires.</param>
/// <param name="discriminator">The values of the property that tells the types apart; null for none.</param>
/// <param name="constants">Properties that have always the same value, if they are there.</param>
/// <param name="values">The only values; null for any.</param>
internal sealed class UnionConditions(string[]? requires, KnownValues? discriminator, KnownValues[]? constants, string[]? values)
{
    /// <summary>Those of values within others.</summary>
    public static readonly UnionConditions None = new(null, null, null, null);

    /// <summary>Whether one property's value says which of the types it is, so that its other properties need not be looked at.</summary>
    public bool Decide => discriminator is not null;

    public bool Allow(JObject json)
        => requires?.All(name => json[name] is not null) != false
            && discriminator?.Contain(json) != false
            && constants?.All(c => json[c.Property] is null || c.Contain(json)) != false;

    public bool AllowValue(JToken json) => values is null || (DiscriminatorValue.Of(json) is { } value && values.Contains(value));
}
