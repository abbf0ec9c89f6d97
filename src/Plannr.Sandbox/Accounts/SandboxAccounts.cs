using Newtonsoft.Json.Linq;
using NJsonSchema;
using Plannr.Sandbox.Contracts;
using Plannr.Sandbox.State;
using Plannr.Sandbox.Validation;
using Plannr.Sandbox.Webhooks;

namespace Plannr.Sandbox.Accounts;

/// <summary>Adds and edits accounts while the sandbox runs.</summary>
internal sealed class SandboxAccounts
{
    private readonly SandboxState _state;
    private readonly NewSubscription _newSubscription;
    private readonly JsonSchema _seed;

    private SandboxAccounts(SandboxState state, NewSubscription newSubscription, JsonSchema seed)
    {
        _state = state;
        _newSubscription = newSubscription;
        _seed = seed;
    }

    /// <summary>Gets the schema of an account in a seed.</summary>
    public JsonSchema Schema => _seed.Properties["accounts"].Item!;

    public static async Task<SandboxAccounts> OfAsync(Contract contract, SandboxState state, NewSubscription newSubscription)
        => new(state, newSubscription, await SandboxSeed.SchemaAsync(contract));

    /// <summary>Adds an account.</summary>
    /// <param name="given">The account in the format of a seed. The defaults are a random UUID and empty lists.</param>
    /// <returns>The UUID of the account.</returns>
    /// <exception cref="SandboxInputException">The account is not valid, or an account with its UUID already exists.</exception>
    public async Task<Guid> AddAsync(JObject given)
    {
        var account = new JObject { ["uuid"] = Guid.NewGuid().ToString(), ["connections"] = new JArray() };
        account.Merge(given);
        var seed = new JObject { ["accounts"] = new JArray(account) };
        Check(seed, _seed, "accounts.0.");
        try
        {
            var described = SandboxSeed.Describe("The account", seed, _newSubscription)[0];
            await _state.AddAccountAsync(described);
            return described.Uuid;
        }
        catch (InvalidDataException exception)
        {
            throw new SandboxInputException(field: null, exception.Message);
        }
    }

    /// <summary>Edits the login of an account.</summary>
    /// <param name="account">The UUID of the account.</param>
    /// <param name="changes">The properties of the login that change.</param>
    /// <exception cref="SandboxInputException">A property is not valid, or the account does not exist.</exception>
    public async Task UpdateLoginAsync(Guid account, JObject changes)
    {
        Check(changes, Schema.Properties["login"].ActualSchema, "");
        if (changes["account"]?["uuid"] is { } uuid && Guid.Parse((string)uuid!) != account)
        {
            throw new SandboxInputException("login.account.uuid", $"The login belongs to the account {account}, whose UUID cannot be changed. Leave the UUID out.");
        }

        if (!await _state.UpdateLoginAsync(account, login => login.Merge(changes, new JsonMergeSettings { MergeNullValueHandling = MergeNullValueHandling.Merge })))
        {
            throw new SandboxInputException(field: null, $"There is no account {account} in the sandbox. GET /sandbox/accounts lists the accounts.");
        }
    }

    private static void Check(JObject value, JsonSchema schema, string prefix)
    {
        if (Misfit.Find(schema, value) is [var misfit, ..])
        {
            var field = misfit.Field.StartsWith(prefix, StringComparison.Ordinal) ? misfit.Field[prefix.Length..] : misfit.Field;
            throw new SandboxInputException(field, LaravelErrors.Say(misfit with { Field = field }));
        }
    }
}
