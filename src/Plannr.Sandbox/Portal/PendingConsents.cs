using System.Buffers.Text;
using System.Security.Cryptography;

namespace Plannr.Sandbox.Portal;

/// <summary>
/// The states of consent pages that were shown. Each can be used once, and only for the request of its page. They are not saved, because
/// opening the URL again creates a new state.
/// </summary>
internal sealed class PendingConsents
{
    private const int MaxStates = 1_000;

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, (Consent Consent, bool IsUsed)> _states = new(StringComparer.Ordinal);

    /// <summary>Returns the state of a new page.</summary>
    public string Add(Consent consent)
    {
        var state = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        lock (_lock)
        {
            _states.Add(state, (consent, IsUsed: false));
            if (_states.Count > MaxStates)
            {
                _states.RemoveAt(0);
            }
        }

        return state;
    }

    /// <summary>Uses a state. It cannot be used again.</summary>
    /// <param name="state">The state.</param>
    /// <param name="consent">The request.</param>
    /// <exception cref="ConsentException">The state is unknown, was already used, or belongs to another page.</exception>
    public void Take(string state, Consent consent)
    {
        lock (_lock)
        {
            if (!_states.TryGetValue(state, out var pending))
            {
                throw new ConsentException(StatusCodes.Status400BadRequest, "This page is not one that the sandbox has shown since it was started, or it is too old. Open the authorization URL again.");
            }

            if (pending.Consent != consent)
            {
                throw new ConsentException(StatusCodes.Status400BadRequest, "The form belongs to another provider, account or connection. Open the authorization URL again.");
            }

            if (pending.IsUsed)
            {
                throw new ConsentException(StatusCodes.Status409Conflict, "This page was already used. Open the authorization URL again to decide once more.");
            }

            _states[state] = (consent, IsUsed: true);
        }
    }
}
