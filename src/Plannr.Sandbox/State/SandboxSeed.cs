using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;
using Plannr.Sandbox.Contracts;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.State;

/// <summary>What a sandbox starts with.</summary>
internal static class SandboxSeed
{
    /// <summary>The account that a sandbox has when it is not told of any. It is made up.</summary>
    public static readonly Guid DefaultAccount = new("3f2b8c1e-7a64-4d0f-9b35-5c1d2e8a9f70");

    // What a file of something else gets wrong is said soon enough.
    private const int MaxMisfits = 10;

    private const string Expected = """a seed is {"accounts": [{"uuid": "...", "connections": [{"uuid": "...", "label": "...", ...}]}]}, each connection as the API writes it""";

    /// <summary>The seed that the options ask for.</summary>
    /// <exception cref="InvalidDataException">It is not right; the message says where and what is expected.</exception>
    public static async Task<IReadOnlyList<AccountState>> OfAsync(PlannrSandboxOptions options, Contract contract, CancellationToken cancellationToken)
    {
        if (options.SeedFile is { } file)
        {
            return await ReadAsync(file, await ReadFileAsync(file, cancellationToken), contract);
        }

        if (options.Accounts is not { } accounts)
        {
            return [new AccountState(DefaultAccount, [contract.ExampleConnection])];
        }

        var json = new JObject
        {
            ["accounts"] = new JArray(accounts.Select(a => new JObject
            {
                ["uuid"] = a.Uuid,
                ["connections"] = new JArray(a.Connections.Select(c => PlainJson.Read(PlannrJson.Serialize(c)))),
            })),
        };
        return await ReadAsync("PlannrSandboxOptions.Accounts", json.ToString(), contract);
    }

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

    private static async Task<IReadOnlyList<AccountState>> ReadAsync(string source, string text, Contract contract)
    {
        if (PlainJson.TryRead(System.Text.Encoding.UTF8.GetBytes(text), out var problem) is null)
        {
            throw new InvalidDataException($"{source}: it is not valid JSON ({problem}); {Expected}.");
        }

        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        var seed = await JToken.LoadAsync(reader, new JsonLoadSettings { LineInfoHandling = LineInfoHandling.Load });
        var schema = await ContractSchemas.Of(contract).CompileAsync(await ReadSchemaAsync());
        if (Misfit.Find(schema, seed) is [_, ..] misfits)
        {
            var lines = misfits.OrderBy(m => (m.Line, m.Position)).Take(MaxMisfits)
                .Select(m => $"{source}{Place(m.Line, m.Position)}: {LaravelErrors.Say(m, m.Field.Length > 0 ? m.Field : "the seed")}");
            throw new InvalidDataException($"{string.Join(Environment.NewLine, lines)}{Environment.NewLine}In short, {Expected}.");
        }

        var accounts = new List<AccountState>();
        foreach (var account in seed["accounts"]!.Cast<JObject>())
        {
            Unique(source, accounts.Select(a => a.Uuid), account, "account");
            var connections = new List<JObject>();
            foreach (var connection in account["connections"]!.Cast<JObject>())
            {
                Unique(source, connections.Select(UuidOf), connection, "connection of this account");
                connections.Add((JObject)connection.DeepClone());
            }

            accounts.Add(new AccountState(UuidOf(account), connections));
        }

        return accounts;
    }

    private static void Unique(string source, IEnumerable<Guid> before, JObject item, string what)
    {
        if (before.Contains(UuidOf(item)))
        {
            var place = (IJsonLineInfo)item["uuid"]!;
            throw new InvalidDataException($"{source}{Place(place.LineNumber, place.LinePosition)}: there is another {what} with the uuid {UuidOf(item)}; each needs its own.");
        }
    }

    private static Guid UuidOf(JObject item) => Guid.Parse(item.Value<string>("uuid")!);

    private static string Place(int line, int position) => line > 0 ? $"({line},{position})" : "";

    private static async Task<JObject> ReadSchemaAsync()
    {
        await using var stream = typeof(SandboxSeed).Assembly.GetManifestResourceStream("seed.schema.json")
            ?? throw new InvalidOperationException("The seed's schema is not embedded in Plannr.Sandbox.");
        using var text = new StreamReader(stream);
        return (JObject)PlainJson.Read(await text.ReadToEndAsync());
    }
}
