using Plannr.Generated;

namespace Plannr.Client;

/// <summary>A value that was sent is not valid (status 422; inferred, as the vendor does not document it).</summary>
public sealed class PlannrValidationException : PlannrException
{
    /// <summary>Initializes a new instance of the class from an exception of the generated client.</summary>
    /// <param name="response">The exception that the generated client created for the response.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public PlannrValidationException(PlannrApiException response)
        : base(response)
        => Errors = (Error.Errors ?? new Dictionary<string, IList<string>>())
            .ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[.. field.Value ?? []], StringComparer.Ordinal);

    /// <summary>What is wrong, by the fields of the request; empty if the answer does not say.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Errors { get; }
}
