using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Runtime.Json;

/// <summary>
/// A value that is one of several types. It keeps its JSON, so that one of which no type is known is not lost; two are equal
/// if their JSON is.
/// </summary>
[JsonConverter(typeof(UnionConverter))]
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Union : IEquatable<Union>
{
    private readonly object? _value;
    private readonly JsonFormat? _format;

    /// <summary>Creates a value from its JSON.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    protected Union(JToken json) => Json = json ?? throw new ArgumentNullException(nameof(json));

    /// <summary>Creates a value of one of the types.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">How it is written.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    protected Union(object value, JsonFormat format)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
        _format = format ?? throw new ArgumentNullException(nameof(format));
    }

    /// <summary>The value as JSON.</summary>
    public JToken Json => field ??= PlannrJson.ToToken(_value!, _format!);

    /// <summary>Gets whether the JSON is of one of the types that the contract names.</summary>
    public abstract bool IsKnown { get; }

    /// <inheritdoc/>
    public bool Equals(Union? other) => other is not null && other.GetType() == GetType() && JToken.DeepEquals(Json, other.Json);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Union);

    /// <inheritdoc/>
    public override int GetHashCode() => new JTokenEqualityComparer().GetHashCode(Json);

    /// <summary>Writes what it was made of, so that a request leaves out what is the server's.</summary>
    internal void Write(JsonOutput output)
    {
        if (_value is null)
        {
            JsonFormats.Any.Write(output, Json);
        }
        else
        {
            _format!.WriteObject(output, _value);
        }
    }

    /// <summary>Reads the JSON as one of the types, a class.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="format">How the type is read.</param>
    /// <param name="requires">The properties that it requires.</param>
    /// <param name="discriminator">The values of the property that tells the types apart; null for none.</param>
    /// <param name="constants">Properties that always have the same value, if they are there; null for none.</param>
    /// <param name="values">The only values that it has; null for any.</param>
    /// <returns>The value, or null if the JSON is not of that type.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="format"/> is null.</exception>
    protected T? As<T>(JsonFormat<T> format, string[]? requires = null, KnownValues? discriminator = null, KnownValues[]? constants = null, string[]? values = null)
        where T : class
        => TryRead(format, new UnionConditions(requires, discriminator, constants, values), out var value) ? value : null;

    /// <summary>Reads the JSON as one of the types, a struct.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="format">How the type is read.</param>
    /// <param name="values">The only values that it has; null for any.</param>
    /// <returns>The value, or null if the JSON is not of that type.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="format"/> is null.</exception>
    protected T? AsValue<T>(JsonFormat<T> format, string[]? values = null)
        where T : struct
        => TryRead(format, new UnionConditions(null, null, null, values), out var value) ? value : null;

    private bool TryRead<T>(JsonFormat<T> format, UnionConditions conditions, [NotNullWhen(true)] out T? value)
    {
        value = default;
        return (format ?? throw new ArgumentNullException(nameof(format))).Fits(Json, conditions) && PlannrJson.TryConvert(Json, format, out value);
    }
}
