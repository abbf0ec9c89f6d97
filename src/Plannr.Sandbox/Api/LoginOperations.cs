using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.State;

namespace Plannr.Sandbox.Api;

/// <summary>The operations on logins, by their operationId. Each account of the sandbox has one login.</summary>
/// <param name="state">The accounts.</param>
/// <param name="defaults">A login with default values for properties that a seed leaves out.</param>
internal sealed class LoginOperations(SandboxState state, JObject defaults)
{
    public Dictionary<string, Func<ApiCall, Task<JsonResponse>>> ById => new() { ["Logins_List"] = ListAsync };

    // The result does not depend on the account of the request, because it lists all accounts.
    private async Task<JsonResponse> ListAsync(ApiCall call)
        => JsonResponses.List([.. (await state.ListLoginsAsync()).Select((l, index) => Complete(l.Account, index, l.Login))]);

    private JObject Complete(Guid accountUuid, int index, JObject seeded)
    {
        var login = (JObject)defaults.DeepClone();
        // Not the example's date, which may be in the past: clients ignore the accounts of expired logins.
        login["expires_at"] = null;
        var account = ObjectOf(login, "account");
        if (index > 0)
        {
            // The contract has an example of one login. The others need a different UUID and name, which must not change between requests.
            login["uuid"] = UuidFor(accountUuid).ToString();
            account["name"] = string.Create(CultureInfo.InvariantCulture, $"{account["name"]} {index + 1}");
        }

        Merge(login, seeded);
        account["uuid"] = accountUuid.ToString();
        return login;
    }

    private static JObject ObjectOf(JObject login, string name)
    {
        if (login[name] is not JObject value)
        {
            login[name] = value = [];
        }

        return value;
    }

    // Accounts and firms are merged by property, so that a seed may contain only a name.
    private static void Merge(JObject target, JObject source)
    {
        foreach (var (name, value) in source)
        {
            if (target[name] is JObject inner && value is JObject given)
            {
                Merge(inner, given);
            }
            else
            {
                target[name] = value!.DeepClone();
            }
        }
    }

    private static Guid UuidFor(Guid account)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"login of {account}"))[..16];
        // Version 8 of RFC 9562, for UUIDs with a custom algorithm.
        bytes[6] = (byte)(0x80 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
