using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Model.Operations;

/// <summary>An operation and its methods.</summary>
/// <param name="Group">The first part of the operation's name, which names the client.</param>
/// <param name="Method">The second part of the operation's name, which names the methods.</param>
/// <param name="Verb">Its HTTP method, in lower case.</param>
/// <param name="Path">Its path, with placeholders.</param>
/// <param name="Summary">The contract's summary; null if there is none.</param>
/// <param name="Description">The contract's description; null if there is none.</param>
/// <param name="IsDeprecated">Whether its methods are obsolete.</param>
/// <param name="Parameters">The parameters in the contract's order: those of the path, then those of the operation.</param>
/// <param name="Body">The request's body; null if there is none.</param>
/// <param name="Result">The result of the methods; null if they return nothing.</param>
/// <param name="Successes">The documented success responses.</param>
/// <param name="Errors">The documented error responses.</param>
/// <param name="Accept">The media types that it accepts.</param>
/// <param name="Headers">The headers of the success responses.</param>
/// <param name="Server">The operation's own server, as an absolute URL or a path on the client's server; null for the client's server.</param>
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
    /// <summary>Gets its place in the contract.</summary>
    public ContractPlace At { get; init; }

    /// <summary>Gets the name of the method that returns the result.</summary>
    public string MethodName => Method + "Async";

    /// <summary>
    /// Gets the arguments in the order of the signature: required arguments before optional ones, as C# demands. Within these two
    /// groups, they have the contract's order, with the body last.
    /// </summary>
    public IReadOnlyList<ArgumentModel> Arguments
        => [.. Parameters.Concat<ArgumentModel>(Body is null ? [] : [Body]).OrderByDescending(a => a.IsRequired)];
}
