namespace Plannr.AspNetCore;

/// <summary>Sets how endpoints verify the signatures of webhooks. A section of the configuration can contain them.</summary>
public sealed class PlannrSignatureOptions
{
    /// <summary>
    /// Gets the signing secrets, each of which is accepted: the <c>signing_secret</c> of each webhook subscription. The default is
    /// empty. Endpoints that have secrets of their own do not use these.
    /// </summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>Gets or sets the maximum size of a body, in bytes. A larger one is refused with status 413. The default is 1 MiB.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;
}
