using Microsoft.Extensions.Options;

namespace Plannr.Client.Tests.Setup;

[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class OptionsTests(Construction construction)
{
    private const string InvalidUserAgent = "UserAgent is not a valid User-Agent header. Set it to a product and a version, such as MyApplication/1.0, to an empty string to send no header, or to null for the default.";

    public static IEnumerable<TestCaseData> Mistakes()
    {
        yield return Mistake("BaseAddress must be an https URL, or an http URL of this machine, because the client sends the access token to it.", o => o.BaseAddress = new Uri("http://api.plannrcrm.com"));
        yield return Mistake("BaseAddress must be an https URL, or an http URL of this machine, because the client sends the access token to it.", o => o.BaseAddress = new Uri("ftp://localhost"));
        yield return Mistake("BaseAddress is not an absolute URL. Set it to a URL with a scheme, such as https://api.plannrcrm.com.", o => o.BaseAddress = new Uri("api.plannrcrm.com", UriKind.Relative));
        yield return Mistake("BaseAddress contains a user name, a query or a fragment. Set it to a URL with only a scheme, a host and a path.", o => o.BaseAddress = new Uri("https://user:secret@api.plannrcrm.com"));
        yield return Mistake("BaseAddress contains a user name, a query or a fragment. Set it to a URL with only a scheme, a host and a path.", o => o.BaseAddress = new Uri("https://api.plannrcrm.com/?key=secret"));
        yield return Mistake("BaseAddress contains a user name, a query or a fragment. Set it to a URL with only a scheme, a host and a path.", o => o.BaseAddress = new Uri("https://api.plannrcrm.com/#secret"));
        yield return Mistake("AccessToken is not set, and there is no AccessTokenProvider. Set one of them. Create a personal access token in Plannr (Settings, Account Details, \"Personal Access Tokens\"), or ask Plannr for one if that page is missing for you.", o => o.AccessToken = null);
        yield return Mistake("AccessToken and AccessTokenProvider are both set. Set one of them.", o => o.AccessTokenProvider = new NoTokens());
        yield return Mistake("AccessToken is not a valid access token. It must contain only the token, without spaces, line breaks or non-ASCII characters.", o => o.AccessToken = " secret ");
        yield return Mistake("AccountUuid is the empty UUID, which does not identify an account. Set it to the UUID of the account, or to null.", o => o.AccountUuid = Guid.Empty);
        yield return Mistake("AttemptTimeout is 00:00:00. Set it to a value between 10 milliseconds and 1 day.", o => o.AttemptTimeout = TimeSpan.Zero);
        yield return Mistake("AttemptTimeout is -00:00:00.0010000. Set it to a value between 10 milliseconds and 1 day.", o => o.AttemptTimeout = Timeout.InfiniteTimeSpan);
        yield return Mistake("TotalTimeout is 1.00:00:01. Set it to a value between 10 milliseconds and 1 day.", o => o.TotalTimeout = TimeSpan.FromSeconds(86401));
        yield return Mistake("TotalTimeout (00:00:10) is shorter than AttemptTimeout (00:00:30). Set it to at least the time of one attempt.", o => o.TotalTimeout = TimeSpan.FromSeconds(10));
        yield return Mistake("MaxRetries is -1. Set it to a value between 0 (no retries) and 100.", o => o.MaxRetries = -1);
        yield return Mistake("MaxRetries is 101. Set it to a value between 0 (no retries) and 100.", o => o.MaxRetries = 101);
        yield return Mistake("RequestsPerMinute is -1. Set it to a value between 0 (no limit) and 1000000.", o => o.RequestsPerMinute = -1);
        yield return Mistake("RequestsPerMinute is 1000001. Set it to a value between 0 (no limit) and 1000000.", o => o.RequestsPerMinute = 1_000_001);
        yield return Mistake(InvalidUserAgent, o => o.UserAgent = " ");
        yield return Mistake(InvalidUserAgent, o => o.UserAgent = "Application/1.0 Größe/1.0");
        yield return Mistake(InvalidUserAgent, o => o.UserAgent = "Application/1.0\r\nsecret: 1");
        yield return Mistake(InvalidUserAgent, o => o.UserAgent = "Größe/1.0");
        yield return Mistake("MaxResponseBytes is 0. Set it to a positive number of bytes.", o => o.MaxResponseBytes = 0);

        static TestCaseData Mistake(string message, Action<PlannrClientOptions> make) => new TestCaseData(message, make).SetArgDisplayNames(message);
    }

    [TestCaseSource(nameof(Mistakes))]
    public void Invalid_option_throws_with_its_name(string message, Action<PlannrClientOptions> make)
    {
        var exception = Assert.CatchAsync<OptionsValidationException>(() => CreateAsync(options =>
        {
            options.AccessToken = Trial.Token;
            make(options);
        }))!;

        Assert.That(exception.Failures, Is.EqualTo(new[] { message }));
        Assert.That(exception.ToString(), Does.Not.Contain("secret"));
    }

    [Test]
    public void Several_invalid_options_throw_with_all_messages()
    {
        var exception = Assert.CatchAsync<OptionsValidationException>(() => CreateAsync(options =>
        {
            options.MaxRetries = -1;
            options.MaxResponseBytes = -1;
        }))!;

        Assert.That(exception.Failures.Count(), Is.EqualTo(3));
    }

    [TestCase("https://api.plannrcrm.com")]
    [TestCase("https://gateway.example/plannr/")]
    [TestCase("http://localhost:5080")]
    [TestCase("http://127.0.0.1:5080")]
    [TestCase("http://[::1]:5080")]
    public void Https_address_and_local_address_are_valid(string address)
        => Assert.DoesNotThrowAsync(() => CreateAsync(options =>
        {
            options.BaseAddress = new Uri(address);
            options.AccessToken = Trial.Token;
        }));

    [Test]
    public void Lowest_values_are_valid()
        => Assert.DoesNotThrowAsync(() => CreateAsync(options =>
        {
            options.AccessToken = Trial.Token;
            options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromMilliseconds(10);
            options.MaxRetries = 0;
            options.RequestsPerMinute = 0;
            options.MaxResponseBytes = 1;
        }));

    [Test]
    public void Highest_values_are_valid()
        => Assert.DoesNotThrowAsync(() => CreateAsync(options =>
        {
            options.AccessToken = Trial.Token;
            options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromDays(1);
            options.MaxRetries = 100;
            options.RequestsPerMinute = 1_000_000;
            options.MaxResponseBytes = int.MaxValue;
        }));

    [Test]
    public void Options_have_the_documented_defaults()
    {
        var options = new PlannrClientOptions();

        Assert.Multiple(() =>
        {
            Assert.That(options.AttemptTimeout, Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That(options.TotalTimeout, Is.EqualTo(TimeSpan.FromMinutes(2)));
            Assert.That(options.MaxRetries, Is.EqualTo(3));
            Assert.That(options.RequestsPerMinute, Is.EqualTo(500));
            Assert.That(options.MaxResponseBytes, Is.EqualTo(10 << 20));
            Assert.That(options.KeepsResponseBodies, Is.False);
            Assert.That(options.ReportsContractDrift, Is.True);
        });
    }

    private async Task CreateAsync(Action<PlannrClientOptions> configure)
    {
        await using var client = ClientUnderTest.Create(construction, configure);
    }

    private sealed class NoTokens : IAccessTokenProvider
    {
        public ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("The provider must not be called.");

        public ValueTask OnRejectedAsync(string rejectedToken, CancellationToken cancellationToken) => default;
    }
}
