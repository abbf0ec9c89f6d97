using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Runtime.Json;

/// <summary>
/// A value that has one of several types. It keeps its JSON, so that values of unknown types are not lost. Two values are equal if their
/// JSON is equal.
/// </summary>
[JsonConverter(typeof(UnionConverter))]
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Union : IEquatable<Union>
{
    private readonly object? _value;
    private readonly JsonFormat? _format;

    /// <summary>Initializes a new instance of the class from its JSON.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    protected Union(JToken json) => Json = json ?? throw new ArgumentNullException(nameof(json));

    /// <summary>Initializes a new instance of the class from a value of one of the types.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">The format of the type.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    protected Union(object value, JsonFormat format)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
        _format = format ?? throw new ArgumentNullException(nameof(format));
    }

    /// <summary>Gets the value as JSON.</summary>
    public JToken Json => field ??= PlannrJson.ToToken(_value!, _format!);

    /// <summary>Gets a value that indicates whether the JSON matches one of the types that the contract names.</summary>
    public abstract bool IsKnown { get; }

    /// <inheritdoc/>
    public bool Equals(Union? other) => other is not null && other.GetType() == GetType() && JToken.DeepEquals(Json, other.Json);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Union);

    /// <inheritdoc/>
    public override int GetHashCode() => new JTokenEqualityComparer().GetHashCode(Json);

    /// <summary>Writes the original value instead of its JSON, so that requests omit read-only properties.</summary>
    internal void Write(JsonWriteContext output)
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

    /// <summary>Reads the JSON as one of the types that is a class.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="format">The format of the type.</param>
    /// <param name="requires">The required properties. The default is null.</param>
    /// <param name="discriminator">The values of the discriminator that select the type, or null if there is no discriminator. The default is null.</param>
    /// <param name="constants">The optional properties that have only these values. The default is null.</param>
    /// <param name="values">The allowed values, or null for any value. The default is null.</param>
    /// <returns>The value, or null if the JSON does not match the type.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="format"/> is null.</exception>
    protected T? As<T>(JsonFormat<T> format, string[]? requires = null, KnownValues? discriminator = null, KnownValues[]? constants = null, string[]? values = null)
        where T : class
        => TryRead(format, new UnionConditions(requires, discriminator, constants, values), out var value) ? value : null;

    /// <summary>Reads the JSON as one of the types that is a struct.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="format">The format of the type.</param>
    /// <param name="values">The allowed values, or null for any value. The default is null.</param>
    /// <returns>The value, or null if the JSON does not match the type.</returns>
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
