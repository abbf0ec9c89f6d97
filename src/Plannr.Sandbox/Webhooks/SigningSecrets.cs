using System.Security.Cryptography;

namespace Plannr.Sandbox.Webhooks;

/// <summary>Creates the signing secrets of webhook subscriptions.</summary>
/// <param name="fixedSecret">The secret of all subscriptions; null for random secrets.</param>
internal sealed class SigningSecrets(string? fixedSecret)
{
    // The reference's examples have 60 letters and digits.
    private const int Length = 60;

    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public string Next() => fixedSecret ?? RandomNumberGenerator.GetString(LettersAndDigits, Length);
}
