using Plannr.SpecGate.Modeling.Names;

namespace Plannr.SpecGate.Tests.Modeling;

/// <summary>Converts the names of a contract to C# identifiers.</summary>
public sealed class IdentifierTests
{
    [TestCase("created_at", "CreatedAt")]
    [TestCase("createdAt", "CreatedAt")]
    [TestCase("IPAddress", "IPAddress")]
    [TestCase("IN_PROGRESS", "InProgress")]
    [TestCase("-CREATED-AT", "MinusCreatedAt")]
    [TestCase("ACTIVE", "Active")]
    [TestCase("GBP", "Gbp")]
    [TestCase("UK", "UK")]
    [TestCase("A_B", "AB")]
    [TestCase("SHA256_RSA", "Sha256Rsa")]
    [TestCase("B2B_ONLY", "B2BOnly")]
    [TestCase("ÜBER_UNS", "ÜberUns")]
    [TestCase("中文_ABC", "中文Abc")]
    [TestCase(">=1", "Greater1")]
    [TestCase("=1", "Equal1")]
    [TestCase("!a", "NotA")]
    public void Pascal_returns_the_name_in_Pascal_case(string name, string expected)
        => Assert.That(Identifier.Pascal(name, "_"), Is.EqualTo(expected));

    [TestCase("X-PLANNR-ACCOUNT-UUID", "xPlannrAccountUuid")]
    [TestCase("ETag", "eTag")]
    [TestCase("ID", "id")]
    [TestCase("IPAddress", "ipAddress")]
    [TestCase("created_at", "createdAt")]
    [TestCase("x-y", "xY")]
    [TestCase("$top", "top")]
    [TestCase("-1", "minus1")]
    [TestCase("2fa", "_2fa")]
    public void Camel_returns_the_name_in_camel_case(string name, string expected)
        => Assert.That(Identifier.Camel(name), Is.EqualTo(expected));

    [TestCase("Two_words", "Two_words")]
    [TestCase("twoWords", "TwoWords")]
    [TestCase("Two words", "TwoWords")]
    public void Given_returns_a_CSharp_name_unchanged(string name, string expected)
        => Assert.That(Identifier.Given(name), Is.EqualTo(expected));
}
