using System.Text;

namespace Plannr.Client.Tests;

public sealed class WebhookSignatureTests
{
    private const string Secret = "0Zp4vJ8mQ2sT6wX1yB5cD9eF3gH7jK0lM4nP8qR2sT6uV0wX4yZ8aB2cD6e";
    private const string Body = """{"event":"account.created"}""";

    private const string UnicodeSecret = "ключ-é";
    private const string UnicodeSignature = "7c36b9b7e4f280147f6e514f16ab365e0fef99df243d1d54de64783a39e8f0ac";

    private static readonly string Signature = PlannrWebhook.Sign(Bytes(Body), Secret);

    // Test case 2 of RFC 4231, and a key that is longer than a block, computed with Python's hmac module.
    [TestCase("Jefe", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [TestCase(null, "Test Using Larger Than Block-Size Key - Hash Key First", "d021303c2f34bf3ae541b4ec9c672691694c6f71c5c0c55781545a66115b14a7")]
    public void Sign_returns_HMAC_SHA256_in_lower_case_hexadecimal(string? secret, string body, string expected)
        => Assert.That(PlannrWebhook.Sign(Bytes(body), secret ?? new string('a', 131)), Is.EqualTo(expected));

    [Test]
    public void Sign_encodes_the_secret_as_UTF8()
        => Assert.That(PlannrWebhook.Sign(Bytes(Body), UnicodeSecret), Is.EqualTo(UnicodeSignature));

    [Test]
    public void Verify_with_the_signature_of_the_body_returns_true()
        => Assert.That(PlannrWebhook.Verify(Bytes(Body), Signature, Secret), Is.True);

    [Test]
    public void Verify_with_a_signature_in_upper_case_returns_true()
        => Assert.That(PlannrWebhook.Verify(Bytes(Body), Signature.ToUpperInvariant(), Secret), Is.True);

    [Test]
    public void Verify_with_an_empty_body_and_its_signature_returns_true()
        => Assert.That(PlannrWebhook.Verify([], PlannrWebhook.Sign([], Secret), Secret), Is.True);

    [Test]
    public void Verify_with_a_body_that_is_not_UTF8_and_its_signature_returns_true()
    {
        byte[] body = [0, 255, 128, 13, 10];

        Assert.That(PlannrWebhook.Verify(body, PlannrWebhook.Sign(body, Secret), Secret), Is.True);
    }

    [Test]
    public void Verify_with_any_changed_digit_returns_false()
    {
        for (var at = 0; at < Signature.Length; at++)
        {
            var changed = Signature[..at] + (Signature[at] == '0' ? '1' : '0') + Signature[(at + 1)..];
            Assert.That(PlannrWebhook.Verify(Bytes(Body), changed, Secret), Is.False, $"The digit {at}.");
        }
    }

    // The signature has all hexadecimal digits. If an invalid digit were read as any value, it would be accepted in one place.
    [Test]
    public void Verify_with_any_digit_replaced_by_another_character_returns_false()
    {
        for (var at = 0; at < UnicodeSignature.Length; at++)
        {
            var changed = UnicodeSignature[..at] + 'g' + UnicodeSignature[(at + 1)..];
            Assert.That(PlannrWebhook.Verify(Bytes(Body), changed, UnicodeSecret), Is.False, $"The digit {at}.");
        }
    }

    [Test]
    public void Verify_with_any_changed_byte_of_the_body_returns_false()
    {
        for (var at = 0; at < Body.Length; at++)
        {
            var body = Bytes(Body);
            body[at] ^= 1;
            Assert.That(PlannrWebhook.Verify(body, Signature, Secret), Is.False, $"The byte {at}.");
        }
    }

    [Test]
    public void Verify_with_another_secret_returns_false()
        => Assert.That(PlannrWebhook.Verify(Bytes(Body), Signature, Secret + "0"), Is.False);

    [Test]
    public void Verify_without_a_signature_returns_false()
        => Assert.That(PlannrWebhook.Verify(Bytes(Body), null, Secret), Is.False);

    [Test]
    public void Verify_with_an_empty_signature_returns_false()
        => Assert.That(PlannrWebhook.Verify(Bytes(Body), "", Secret), Is.False);

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(32)]
    [TestCase(63)]
    public void Verify_with_a_truncated_signature_returns_false(int digits)
        => Assert.That(PlannrWebhook.Verify(Bytes(Body), Signature[..digits], Secret), Is.False);

    [Test]
    public void Verify_with_a_longer_signature_returns_false()
        => Assert.That(PlannrWebhook.Verify(Bytes(Body), Signature + "00", Secret), Is.False);

    [Test]
    public void Verify_with_spaces_around_the_signature_returns_false()
        => Assert.That(PlannrWebhook.Verify(Bytes(Body), $" {Signature} ", Secret), Is.False);

    [Test]
    public void Verify_with_a_prefix_returns_false()
        => Assert.That(PlannrWebhook.Verify(Bytes(Body), "sha256=" + Signature, Secret), Is.False);

    [Test]
    public void Verify_with_base64_returns_false()
    {
        var digest = Enumerable.Range(0, 32).Select(at => Convert.ToByte(Signature.Substring(2 * at, 2), 16)).ToArray();

        Assert.That(PlannrWebhook.Verify(Bytes(Body), Convert.ToBase64String(digest), Secret), Is.False);
    }

    // The character codes are adjacent to those of hexadecimal digits.
    [TestCase('g')]
    [TestCase('G')]
    [TestCase('/')]
    [TestCase(':')]
    [TestCase('@')]
    [TestCase('`')]
    [TestCase(' ')]
    [TestCase('\0')]
    [TestCase('\u0660')]
    [TestCase('\uff11')]
    public void Verify_with_a_character_that_is_not_a_hexadecimal_digit_returns_false(char character)
    {
        Assert.That(PlannrWebhook.Verify(Bytes(Body), character + Signature[1..], Secret), Is.False);
        Assert.That(PlannrWebhook.Verify(Bytes(Body), Signature[..63] + character, Secret), Is.False);
    }

    [Test]
    public void Sign_and_Verify_with_an_empty_secret_throw()
    {
        Assert.That(() => PlannrWebhook.Sign(Bytes(Body), ""), Throws.ArgumentException.With.Message.StartsWith("The signing secret is empty. Pass the signing_secret of the webhook subscription."));
        Assert.That(() => PlannrWebhook.Sign(Bytes(Body), ""), Throws.ArgumentException.With.Property("ParamName").EqualTo("secret"));
        Assert.That(() => PlannrWebhook.Verify(Bytes(Body), Signature, ""), Throws.ArgumentException.With.Property("ParamName").EqualTo("secret"));
    }

    [Test]
    public void Sign_and_Verify_without_a_secret_throw()
    {
        Assert.That(() => PlannrWebhook.Sign(Bytes(Body), null!), Throws.ArgumentNullException);
        Assert.That(() => PlannrWebhook.Verify(Bytes(Body), null, null!), Throws.ArgumentNullException);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
