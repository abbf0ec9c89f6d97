using Plannr.Generated;

namespace Plannr.Client;

/// <summary>There is no such resource (status 404; inferred, as the vendor does not document it).</summary>
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
