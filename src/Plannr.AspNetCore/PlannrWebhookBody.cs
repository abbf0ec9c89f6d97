using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Plannr.AspNetCore;

/// <summary>
/// The raw body of a webhook with a valid signature. As the parameter of a handler, it throws if the endpoint does not verify
/// signatures. Elsewhere, such as in a controller, <c>HttpContext.Features.Get&lt;PlannrWebhookBody&gt;()</c> returns it.
/// </summary>
public sealed class PlannrWebhookBody : IBindableFromHttpContext<PlannrWebhookBody>
{
    /// <summary>Initializes a new instance of the class, for tests of a handler.</summary>
    /// <param name="bytes">The body.</param>
    public PlannrWebhookBody(ReadOnlyMemory<byte> bytes) => Bytes = bytes;

    /// <summary>Gets the body, byte for byte as it was received. The vendor does not document its schema.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Returns the body of a request. ASP.NET Core calls this method for the parameter of a handler.</summary>
    /// <param name="context">The request.</param>
    /// <param name="parameter">The parameter of the handler.</param>
    /// <returns>The body.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The endpoint does not verify signatures.</exception>
    public static ValueTask<PlannrWebhookBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<PlannrWebhookBody>() is { } body
            ? ValueTask.FromResult<PlannrWebhookBody?>(body)
            : throw new InvalidOperationException($"The endpoint '{context.GetEndpoint()?.DisplayName}' does not verify signatures. Call RequirePlannrSignature() where it is mapped.");
    }
}
