using Plannr.Generated;

namespace Plannr.Client;

/// <summary>The access token may not do this (status 403; inferred, as the vendor does not document it).</summary>
public sealed class PlannrPermissionException : PlannrErrorException
{
    /// <summary>Creates an exception; the client does, and tests may.</summary>
    /// <param name="response">The answer's exception, of the generated client.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public PlannrPermissionException(PlannrApiException response)
        : base(response)
    {
    }
}
