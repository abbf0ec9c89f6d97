using System.Globalization;
using System.Text;

namespace Plannr.Benchmarks.Api;

/// <summary>A list of realistic connections, as JSON without spaces. UUIDs, times and labels are unique, there are few providers, some connections have no expiry date, and some names are not ASCII.</summary>
internal static class ConnectionListPayload
{
    private static readonly string[] Providers = ["fundment", "aviva", "quilter", "transact", "nucleus"];
    private static readonly string[] Names = ["My Fundment Account", "Joint ISA", "Pension of Zoë Müller", "SIPP", "Junior ISA"];

    public static byte[] Of(int connections)
    {
        // The same payload on every machine.
        var random = new Random(connections);
        return Encoding.UTF8.GetBytes($"{{\"data\":[{string.Join(',', Enumerable.Range(0, connections).Select(number => Connection(number, random)))}]}}");
    }

    private static string Connection(int number, Random random)
    {
        var provider = Providers[number % Providers.Length];
        var created = new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.FromHours(1)).AddSeconds(random.Next(10_000_000));
        var expiry = number % 4 == 0 ? null : (DateTimeOffset?)created.ToUniversalTime().AddTicks(random.Next(1_000_000_000) * 10L);
        return $$"""
            {"uuid":"{{Uuid(random)}}","created_at":{{Timestamp(created)}},"updated_at":{{Timestamp(created.AddMinutes(number))}},"provider":{"name":"{{provider}}","label":"{{char.ToUpperInvariant(provider[0])}}{{provider[1..]}}","logo_url":"https://api.plannrcrm.com/imgs/{{provider}}-banner.png","authorization_url":"https://api.plannrcrm.com/oauth/{{provider}}/authorize"},"access_token_expires_at":{{Expiry(expiry)}},"refresh_token_expires_at":{{Expiry(expiry?.AddDays(365))}},"refresh_authorization_url":"https://api.plannrcrm.com/oauth/{{provider}}/authorize/{{Uuid(random)}}","label":"{{Names[random.Next(Names.Length)]}} {{number + 1}}"}
            """;
    }

    private static Guid Uuid(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static string Timestamp(DateTimeOffset time) => $"\"{time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)}\"";

    private static string Expiry(DateTimeOffset? time) => time is { } value ? $"\"{value.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture)}\"" : "null";
}
