using Plannr.Sandbox.Api;

namespace Plannr.Sandbox.Faults;

/// <summary>Which fault which call has: the one of its header, or the next that was injected, or the one that every call has.</summary>
internal sealed class FaultPlan(SandboxFault always)
{
    public const string Header = "X-Plannr-Sandbox-Fault";

    private readonly Lock _lock = new();
    private readonly LinkedList<(SandboxFault Fault, int Calls)> _injected = [];

    /// <summary>The faults that wait for calls, in their order.</summary>
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

    public void Inject(SandboxFault fault, int calls)
    {
        lock (_lock)
        {
            _injected.AddLast((fault, calls));
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _injected.Clear();
        }
    }

    /// <returns>The fault of a call, or the refusal of a header that names none.</returns>
    public (SandboxFault Fault, Answer? Refusal) Take(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out var header))
        {
            return (Next() ?? always, null);
        }

        try
        {
            return (SandboxFault.Parse(header.ToString()), null);
        }
        catch (FormatException exception)
        {
            return (SandboxFault.None, Answers.Error(StatusCodes.Status400BadRequest, $"{Header}: {exception.Message}"));
        }
    }

    private SandboxFault? Next()
    {
        lock (_lock)
        {
            if (_injected.First is not { } first)
            {
                return null;
            }

            first.ValueRef.Calls--;
            if (first.ValueRef.Calls == 0)
            {
                _injected.RemoveFirst();
            }

            return first.ValueRef.Fault;
        }
    }
}
