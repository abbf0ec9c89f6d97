using System.Security.Cryptography;

namespace Plannr.Sandbox.Webhooks;

/// <summary>Makes the secrets that sign webhooks.</summary>
/// <param name="fixedSecret">The secret of every subscription; null for a random one each.</param>
internal sealed class SigningSecrets(string? fixedSecret)
{
    // The reference's examples have 60 letters and digits.
    private const int Length = 60;

    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public string Next() => fixedSecret ?? RandomNumberGenerator.GetString(LettersAndDigits, Length);
}
