using Plannr.Generated;

namespace Plannr.Client;

/// <summary>The exception that is thrown when the access token does not allow the operation (status 403). The vendor does not document this status; it is inferred.</summary>
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
