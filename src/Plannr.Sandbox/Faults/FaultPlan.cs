using Plannr.Mcp.Documentation;
using Plannr.Sandbox.Api;

namespace Plannr.Sandbox.Faults;

/// <summary>
/// Selects the fault of a call: the fault in its header, the next injected fault that applies to the call, or the fault of all calls.
/// </summary>
internal sealed class FaultPlan
{
    public const string Header = "X-Plannr-Sandbox-Fault";

    private const string ConnectionParameter = "oauthConnection_uuid";

    private readonly Lock _lock = new();
    private readonly LinkedList<(SandboxFault Fault, int Calls)> _injected = [];
    private readonly SandboxFault _always;
    private readonly string[] _operations;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="always">The fault of calls without another fault.</param>
    /// <param name="operations">The operationIds of the contract.</param>
    /// <exception cref="SandboxInputException">The fault is for an operation that the contract does not have.</exception>
    public FaultPlan(SandboxFault always, IEnumerable<string> operations)
    {
        _operations = [.. operations];
        _always = Checked(always);
    }

    /// <summary>Gets the injected faults, in their order.</summary>
    public IReadOnlyList<(SandboxFault Fault, int Calls)> Injected
    {
        get
        {
            lock (_lock)
            {
                return [.. _injected];
            }
        }
    }

    /// <summary>Adds a fault for the next calls.</summary>
    /// <exception cref="SandboxInputException">The fault is for an operation that the contract does not have.</exception>
    public void Inject(SandboxFault fault, int calls)
    {
        var known = Checked(fault);
        lock (_lock)
        {
            _injected.AddLast((known, calls));
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _injected.Clear();
        }
    }

    /// <summary>Returns the fault of a call, or an error response for an invalid header.</summary>
    public (SandboxFault Fault, JsonResponse? Refusal) Take(HttpRequest request, ApiRoute? route)
    {
        if (!request.Headers.TryGetValue(Header, out var header))
        {
            return (Next(request, route) ?? (Fits(_always, request, route) ? _always : SandboxFault.None), null);
        }

        try
        {
            var fault = Checked(SandboxFault.Parse(header.ToString()));
            return (Fits(fault, request, route) ? fault : SandboxFault.None, null);
        }
        catch (Exception exception) when (exception is FormatException or SandboxInputException)
        {
            return (SandboxFault.None, JsonResponses.Error(StatusCodes.Status400BadRequest, $"{Header}: {exception.Message}"));
        }
    }

    private static bool Fits(SandboxFault fault, HttpRequest request, ApiRoute? route)
        => (fault.Operation is null || fault.Operation == route?.Operation.Id)
            && (fault.Connection is null
                || (route?.PathValues(request).GetValueOrDefault(ConnectionParameter) is { } text && Guid.TryParseExact(text, "D", out var connection) && connection == fault.Connection));

    private SandboxFault Checked(SandboxFault fault)
        => fault.Operation is not { } operation || _operations.Contains(operation)
            ? fault
            : throw new SandboxInputException("fault", $"The contract has no operation '{operation}'. {NearMatches.Sentence(operation, _operations)}");

    private SandboxFault? Next(HttpRequest request, ApiRoute? route)
    {
        lock (_lock)
        {
            var next = _injected.First;
            while (next is not null && !Fits(next.ValueRef.Fault, request, route))
            {
                next = next.Next;
            }

            if (next is null)
            {
                return null;
            }

            next.ValueRef.Calls--;
            if (next.ValueRef.Calls == 0)
            {
                _injected.Remove(next);
            }

            return next.ValueRef.Fault;
        }
    }
}
