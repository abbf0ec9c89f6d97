using Plannr.Generated;

namespace Plannr.Client;

/// <summary>
/// The exception that is thrown when a value in the request is not valid (status 422, which the API reference documents for other
/// operations).
/// </summary>
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
    /// Gets the messages for each field of the request. Empty if the response has none. If the response has a single string for a
    /// field, as one page of the API reference shows, the field has a list of one message.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Errors { get; }
}
