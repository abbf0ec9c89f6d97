using Plannr.Generated;

namespace Plannr.Client;

/// <summary>There is no such resource (status 404; inferred, as the vendor does not document it).</summary>
public sealed class PlannrNotFoundException : PlannrErrorException
{
    /// <summary>Creates an exception; the client does, and tests may.</summary>
    /// <param name="response">The answer's exception, of the generated client.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public PlannrNotFoundException(PlannrApiException response)
        : base(response)
    {
    }
}
