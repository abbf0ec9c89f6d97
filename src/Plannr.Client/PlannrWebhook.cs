using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plannr.Client;

/// <summary>
/// Verifies and creates the signatures of webhooks. Plannr sends the HMAC-SHA256 of the raw body, in hexadecimal digits, with each
/// webhook. The key is the <c>signing_secret</c> of the webhook subscription
/// (https://api-how-to.plannrcrm.com/webhooks/validating-webhooks).
/// </summary>
/// <remarks>
/// A signature covers only the body, and no timestamp. It does not protect against replayed webhooks.
/// </remarks>
public static class PlannrWebhook
{
    /// <summary>The name of the header that contains the signature.</summary>
    public const string SignatureHeader = "X-Signature";

    private const int HashBytes = 32;

    /// <summary>
    /// Returns a value that indicates whether a signature is valid for a body. The comparison takes constant time.
    /// </summary>
    /// <param name="body">The body, byte for byte as it was received. A body that was parsed and serialized again has a different signature.</param>
    /// <param name="signature">The value of the header <see cref="SignatureHeader"/>: 64 hexadecimal digits, in upper or lower case. Null if the header is missing.</param>
    /// <param name="secret">The <c>signing_secret</c> of the webhook subscription.</param>
    /// <returns>True if the signature is valid; false if it is wrong, missing or malformed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="secret"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty, so that anyone could create the signature.</exception>
    public static bool Verify(ReadOnlySpan<byte> body, string? signature, string secret)
    {
        var key = KeyOf(secret);
        return DigestOf(signature) is { } digest && AreEqual(digest, Hash(body, key));
    }

    /// <summary>Signs a body as Plannr does, to test code that receives webhooks.</summary>
    /// <param name="body">The body, byte for byte as it is sent.</param>
    /// <param name="secret">The <c>signing_secret</c> of the webhook subscription.</param>
    /// <returns>The signature: 64 hexadecimal digits in lower case. Plannr does not document the case of its signatures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="secret"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty.</exception>
    public static string Sign(ReadOnlySpan<byte> body, string secret)
        => string.Concat(Hash(body, KeyOf(secret)).Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));

    private static byte[] KeyOf(string secret)
        => (secret ?? throw new ArgumentNullException(nameof(secret))).Length > 0
            ? Encoding.UTF8.GetBytes(secret)
            : throw new ArgumentException("The signing secret is empty. Pass the signing_secret of the webhook subscription.", nameof(secret));

    private static byte[]? DigestOf(string? signature)
    {
        if (signature is not { Length: 2 * HashBytes })
        {
            return null;
        }

        var digest = new byte[HashBytes];
        for (var at = 0; at < HashBytes; at++)
        {
            var (high, low) = (ValueOf(signature[2 * at]), ValueOf(signature[(2 * at) + 1]));
            if (high < 0 || low < 0)
            {
                return null;
            }

            digest[at] = (byte)((high << 4) | low);
        }

        return digest;
    }

    private static int ValueOf(char digit) => digit switch
    {
        >= '0' and <= '9' => digit - '0',
        >= 'a' and <= 'f' => digit - 'a' + 10,
        >= 'A' and <= 'F' => digit - 'A' + 10,
        _ => -1,
    };

#if NET
    private static byte[] Hash(ReadOnlySpan<byte> body, byte[] key) => HMACSHA256.HashData(key, body);

    private static bool AreEqual(byte[] left, byte[] right) => CryptographicOperations.FixedTimeEquals(left, right);
#else
    private static byte[] Hash(ReadOnlySpan<byte> body, byte[] key)
    {
        using var algorithm = new HMACSHA256(key);
        return algorithm.ComputeHash(body.ToArray());
    }

    // Like CryptographicOperations.FixedTimeEquals: an optimization could end the loop early.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining | System.Runtime.CompilerServices.MethodImplOptions.NoOptimization)]
    private static bool AreEqual(byte[] left, byte[] right)
    {
        var difference = left.Length ^ right.Length;
        for (var at = 0; at < HashBytes; at++)
        {
            difference |= left[at] ^ right[at];
        }

        return difference == 0;
    }
#endif
}
