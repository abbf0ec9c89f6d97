using Plannr.Generated;

namespace Plannr.Client;

/// <summary>The exception that is thrown when the resource does not exist (status 404). The vendor does not document this status; it is inferred.</summary>
public sealed class PlannrNotFoundException : PlannrException
{
    /// <summary>Initializes a new instance of the class from an exception of the generated client.</summary>
    /// <param name="response">The exception that the generated client created for the response.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public PlannrNotFoundException(PlannrApiException response)
        : base(response)
    {
    }
}
