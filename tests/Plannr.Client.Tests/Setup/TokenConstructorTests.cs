namespace Plannr.Client.Tests.Setup;

/// <summary>Tests the constructor with only an access token.</summary>
public sealed class TokenConstructorTests
{
    // The second token has the first and the last visible ASCII character.
    [TestCase(Trial.Token)]
    [TestCase("!~")]
    public void Constructor_with_a_valid_token_creates_a_client(string token)
    {
        using var plannr = new PlannrClient(token);

        Assert.That(plannr.OAuthConnections, Is.Not.Null);
    }

    [TestCase("")]
    [TestCase("secret token")]
    [TestCase("secret\r\n")]
    [TestCase("secret\u007F")]
    public void Constructor_with_an_invalid_token_throws_without_quoting_it(string token)
    {
        var exception = Assert.Throws<ArgumentException>(() => new PlannrClient(token))!;

        Assert.That(exception.Message, Does.StartWith("The value is not a valid access token. "));
        Assert.That(exception.ParamName, Is.EqualTo("accessToken"));
        Assert.That(exception.ToString(), Does.Not.Contain("secret"));
    }

    [Test]
    public void Constructor_with_null_throws()
        => Assert.That(() => new PlannrClient((string)null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("accessToken"));
}
