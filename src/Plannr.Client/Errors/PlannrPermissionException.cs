using Plannr.Generated;

namespace Plannr.Client;

/// <summary>The access token may not do this (status 403; inferred, as the vendor does not document it).</summary>
public sealed class PlannrPermissionException : PlannrErrorException
{
    internal PlannrPermissionException(PlannrApiException response)
        : base(response)
    {
    }
}
