using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.State;

namespace Plannr.Sandbox.Api;

/// <summary>The operations on logins, by their operationId. Each account of the sandbox has one login.</summary>
/// <param name="state">The accounts.</param>
/// <param name="defaults">A login with the properties that a seed leaves out.</param>
internal sealed class LoginOperations(SandboxState state, JObject defaults)
{
    public Dictionary<string, Func<ApiCall, Task<Answer>>> ById => new() { ["Logins_List"] = ListAsync };

    // The request's account has no part in it: its caller wants to know which accounts there are.
    private async Task<Answer> ListAsync(ApiCall call)
        => Answers.List([.. (await state.ListLoginsAsync()).Select((l, index) => Complete(l.Account, index, l.Login))]);

    private JObject Complete(Guid accountUuid, int index, JObject seeded)
    {
        var login = (JObject)defaults.DeepClone();
        // The example's date passes, and a client leaves out the accounts of expired logins.
        login["expires_at"] = null;
        var account = ObjectOf(login, "account");
        if (index > 0)
        {
            // The contract describes one login; the others need a UUID and a name that tell them apart, and that stay the same.
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

    // An account or a firm is merged property by property, for a seed to give no more than a name.
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
        // Version 8 and the variant of RFC 9562: a UUID made by rules of one's own.
        bytes[6] = (byte)(0x80 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
