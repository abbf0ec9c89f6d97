using Plannr.Generated;

namespace Plannr.Client;

/// <summary>The access token may not do this (status 403; inferred, as the vendor does not document it).</summary>
public sealed class PlannrPermissionException : PlannrException
{
    /// <summary>Initializes a new instance of the class from an exception of the generated client.</summary>
    /// <param name="response">The exception that the generated client created for the response.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public PlannrPermissionException(PlannrApiException response)
        : base(response)
    {
    }
}
