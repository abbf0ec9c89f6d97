using Plannr.Generated;

namespace Plannr.Client;

/// <summary>A value that was sent is not valid (status 422, which the API reference documents for other operations).</summary>
public sealed class PlannrValidationException : PlannrException
{
    /// <summary>Initializes a new instance of the class from an exception of the generated client.</summary>
    /// <param name="response">The exception that the generated client created for the response.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public PlannrValidationException(PlannrApiException response)
        : base(response)
        => Errors = (Error.Errors ?? new Dictionary<string, IList<string>>())
            .ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[.. field.Value ?? []], StringComparer.Ordinal);

    /// <summary>
    /// Gets the messages by the fields of the request; empty if the response has none. A field whose value is a single text, which one
    /// page of the reference shows, has a list of one message.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Errors { get; }
}
