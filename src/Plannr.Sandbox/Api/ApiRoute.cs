using Plannr.Sandbox.Contracts;

namespace Plannr.Sandbox.Api;

/// <summary>The route to an operation of the contract.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Names">The names of the path parameters, in their order.</param>
internal sealed record ApiRoute(ContractOperation Operation, IReadOnlyList<string> Names)
{
    public IReadOnlyDictionary<string, string> PathValues(HttpRequest request)
        => Names.Select((name, index) => (name, value: (string)request.RouteValues[$"p{index}"]!)).ToDictionary(v => v.name, v => v.value, StringComparer.Ordinal);
}
