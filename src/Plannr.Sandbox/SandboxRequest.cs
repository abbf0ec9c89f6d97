namespace Plannr.Sandbox;

/// <summary>A request to the API that the sandbox received. Tokens and other secrets are replaced by <c>***</c>.</summary>
public sealed record SandboxRequest
{
    /// <summary>Gets the number of the request: 1 for the first one that the sandbox received.</summary>
    public required long Number { get; init; }

    /// <summary>Gets the moment at which the request arrived, by the sandbox's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Gets the time from the arrival of the request to the start of the response.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Gets the method.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the unchanged path.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the query with its question mark; empty if there is none.</summary>
    public required string Query { get; init; }

    /// <summary>Gets the headers. The names are case-insensitive.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Gets the first 16,384 characters of the body; null if there is none, or it is not text.</summary>
    public required string? Body { get; init; }

    /// <summary>Gets the operationId of the contract; null if the path or the method is not in the contract.</summary>
    public required string? Operation { get; init; }

    /// <summary>Gets the status of the response; null if no response was sent.</summary>
    public required int? Status { get; init; }

    /// <summary>Gets the fault of the request.</summary>
    public required SandboxFault Fault { get; init; }

    /// <summary>Gets the violations of the contract. The list is empty if there are none. Requests with a fault are checked too.</summary>
    public required IReadOnlyList<string> Violations { get; init; }
}
