namespace Plannr.AspNetCore;

/// <summary>The options for the verification of webhook signatures. They can be bound from a section of the configuration.</summary>
public sealed class PlannrSignatureOptions
{
    /// <summary>
    /// Gets the accepted signing secrets: the <c>signing_secret</c> of each webhook subscription. Endpoints for which other secrets are
    /// specified do not use them. The default is empty.
    /// </summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>Gets or sets the maximum size of a body, in bytes. A request with a larger body is refused with status 413. The default is 1 MiB.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;
}
