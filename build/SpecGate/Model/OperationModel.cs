namespace Plannr.SpecGate.Model;

/// <summary>An operation, and its methods.</summary>
/// <param name="Group">The first part of its operationId, which names the client.</param>
/// <param name="Method">The second part, which names the methods.</param>
/// <param name="Verb">Its HTTP method, in lower case.</param>
/// <param name="Path">Its path, with placeholders.</param>
/// <param name="Summary">The contract's summary; null for none.</param>
/// <param name="Description">The contract's description; null for none.</param>
/// <param name="IsDeprecated">Whether its methods are obsolete.</param>
/// <param name="Parameters">Its parameters, in the contract's order: the path's before its own.</param>
/// <param name="Body">The request's body; null for none.</param>
/// <param name="Result">What the methods return; null for nothing.</param>
/// <param name="Successes">The documented successes.</param>
/// <param name="Errors">The documented errors.</param>
/// <param name="Accept">The media types that it accepts.</param>
/// <param name="Headers">The headers of its successes.</param>
/// <param name="Server">The server of its own: an absolute URL, or a path on the client's server; null for the client's server.</param>
internal sealed record OperationModel(
    string Group,
    string Method,
    string Verb,
    string Path,
    string? Summary,
    string? Description,
    bool IsDeprecated,
    IReadOnlyList<ParameterModel> Parameters,
    BodyModel? Body,
    ResultModel? Result,
    IReadOnlyList<SuccessModel> Successes,
    IReadOnlyList<ErrorModel> Errors,
    IReadOnlyList<string> Accept,
    IReadOnlyList<HeaderModel> Headers,
    string? Server)
{
    /// <summary>The place in the contract that it comes from.</summary>
    public ContractPlace At { get; init; }

    /// <summary>The name of the method that returns the result.</summary>
    public string MethodName => Method + "Async";

    /// <summary>
    /// The arguments in the order of the signature: C# wants required ones before optional ones. Otherwise the contract's order
    /// holds, with the body last.
    /// </summary>
    public IReadOnlyList<ArgumentModel> Arguments
        => [.. Parameters.Concat<ArgumentModel>(Body is null ? [] : [Body]).OrderByDescending(a => a.IsRequired)];
}
