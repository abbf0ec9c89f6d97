using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Plannr.Generated;
using Plannr.Sandbox.Contracts;
using Plannr.Sandbox.Validation;
using Plannr.Sandbox.Webhooks;

namespace Plannr.Sandbox.State;

/// <summary>Reads the initial accounts of a sandbox.</summary>
internal static class SandboxSeed
{
    /// <summary>The UUID of the only account without a seed. It is arbitrary.</summary>
    public static readonly Guid DefaultAccount = new("3f2b8c1e-7a64-4d0f-9b35-5c1d2e8a9f70");

    // A few errors are sufficient to show that a file is not a seed.
    private const int MaxMisfits = 10;

    private const string Expected = """a seed is {"accounts": [{"uuid": "...", "connections": [{"uuid": "...", "label": "...", ...}]}]}, each connection as the API writes it; "login" and "webhook_subscriptions" of an account are optional""";

    /// <summary>Returns the seed that the options specify.</summary>
    /// <exception cref="InvalidDataException">The seed is not valid. The message contains the position and the expected value.</exception>
    public static async Task<IReadOnlyList<AccountState>> OfAsync(
        PlannrSandboxOptions options, Contract contract, NewSubscription newSubscription, CancellationToken cancellationToken)
    {
        if (options.SeedFile is { } file)
        {
            return await ReadAsync(file, await ReadFileAsync(file, cancellationToken), contract, newSubscription);
        }

        if (options.Accounts is not { } accounts)
        {
            return [new AccountState(DefaultAccount, [], [contract.ExampleConnection], contract.ExampleSubscription is { } subscription ? [subscription] : [])];
        }

        var json = new JObject { ["accounts"] = new JArray(accounts.Select(Write)) };
        return await ReadAsync("PlannrSandboxOptions.Accounts", json.ToString(), contract, newSubscription);
    }

    /// <summary>Returns the schema of a seed.</summary>
    public static async Task<JsonSchema> SchemaAsync(Contract contract) => await ContractSchemas.Of(contract).CompileAsync(await ReadSchemaAsync());

    /// <summary>Returns an account in the format of a seed.</summary>
    public static JObject Write(SandboxAccount account) => new()
    {
        ["uuid"] = account.Uuid.ToString(),
        ["login"] = account.Login is { } login ? PlainJson.Read(PlannrJson.Serialize(login)) : new JObject(),
        ["connections"] = new JArray(account.Connections.Select(c => PlainJson.Read(PlannrJson.Serialize(c)))),
        ["webhook_subscriptions"] = new JArray(account.WebhookSubscriptions.Select(s => PlainJson.Read(PlannrJson.Serialize(s)))),
    };

    private static async Task<string> ReadFileAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(file, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{file}: the seed cannot be read. {exception.Message}", exception);
        }
    }

    private static async Task<IReadOnlyList<AccountState>> ReadAsync(string source, string text, Contract contract, NewSubscription newSubscription)
    {
        return Describe(source, await ParseAsync(source, text, contract), newSubscription);
    }

    /// <summary>Returns the accounts of a seed that matches its schema.</summary>
    /// <exception cref="InvalidDataException">The seed has contradictions.</exception>
    public static IReadOnlyList<AccountState> Describe(string source, JToken seed, NewSubscription newSubscription)
    {
        var accounts = new List<AccountState>();
        foreach (var account in seed["accounts"]!.Cast<JObject>())
        {
            Unique(source, accounts.Select(a => a.Uuid), account, "account");
            var login = account["login"] as JObject ?? [];
            CheckLogin(source, account, login);
            var connections = ReadResources(source, account["connections"]!, [], "connection of this account");
            // A request to send a webhook names only the subscription, so subscriptions must be unique across accounts.
            var subscriptions = ReadResources(source, account["webhook_subscriptions"] ?? new JArray(), accounts.SelectMany(a => a.WebhookSubscriptions), "webhook subscription");
            foreach (var subscription in subscriptions)
            {
                CheckUrl(source, subscription);
            }

            accounts.Add(new AccountState(ResourceUuid.Of(account), login, connections, [.. subscriptions.Select(newSubscription.Complete)]));
        }

        return accounts;
    }

    private static async Task<JToken> ParseAsync(string source, string text, Contract contract)
    {
        if (PlainJson.TryRead(System.Text.Encoding.UTF8.GetBytes(text), out var problem) is null)
        {
            throw new InvalidDataException($"{source}: it is not valid JSON ({problem}); {Expected}.");
        }

        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        var seed = await JToken.LoadAsync(reader, new JsonLoadSettings { LineInfoHandling = LineInfoHandling.Load });
        var schema = await SchemaAsync(contract);
        if (Misfit.Find(schema, seed) is [_, ..] misfits)
        {
            var lines = misfits.OrderBy(m => (m.Line, m.Position)).Take(MaxMisfits)
                .Select(m => $"{source}{Place(m.Line, m.Position)}: {LaravelErrors.Say(m, m.Field.Length > 0 ? m.Field : "the seed")}");
            throw new InvalidDataException($"{string.Join(Environment.NewLine, lines)}{Environment.NewLine}In short, {Expected}.");
        }

        return seed;
    }

    private static List<JObject> ReadResources(string source, JToken list, IEnumerable<JObject> ofOthers, string what)
    {
        var known = ofOthers.Select(ResourceUuid.Of).ToHashSet();
        var resources = new List<JObject>();
        foreach (var resource in list.Cast<JObject>())
        {
            Unique(source, known, resource, what);
            known.Add(ResourceUuid.Of(resource));
            resources.Add(resource);
        }

        return resources;
    }

    private static void Unique(string source, IEnumerable<Guid> before, JObject item, string what)
    {
        if (before.Contains(ResourceUuid.Of(item)))
        {
            throw new InvalidDataException($"{source}{Place(item["uuid"]!)}: there is another {what} with the uuid {ResourceUuid.Of(item)}. Use a different UUID.");
        }
    }

    private static void CheckLogin(string source, JObject account, JObject login)
    {
        if (login["account"]?["uuid"] is { } uuid && Guid.Parse((string)uuid!) != ResourceUuid.Of(account))
        {
            throw new InvalidDataException($"{source}{Place(uuid)}: the login is for the account {uuid}, but belongs to the account {ResourceUuid.Of(account)}. Leave the uuid out, or use that of the account.");
        }
    }

    private static void CheckUrl(string source, JObject subscription)
    {
        var url = subscription["url"]!;
        if (!WebhookUrl.TryParse((string)url!, out _))
        {
            throw new InvalidDataException($"{source}{Place(url)}: the url '{url}' {WebhookUrl.Expected}.");
        }
    }

    private static string Place(IJsonLineInfo item) => item.HasLineInfo() ? Place(item.LineNumber, item.LinePosition) : "";

    private static string Place(int line, int position) => line > 0 ? $"({line},{position})" : "";

    private static async Task<JObject> ReadSchemaAsync()
    {
        await using var stream = typeof(SandboxSeed).Assembly.GetManifestResourceStream("seed.schema.json")
            ?? throw new InvalidOperationException("The seed's schema is not embedded in Plannr.Sandbox.");
        using var text = new StreamReader(stream);
        return (JObject)PlainJson.Read(await text.ReadToEndAsync());
    }
}
