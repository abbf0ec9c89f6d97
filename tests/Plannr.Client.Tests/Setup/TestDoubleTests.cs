using Plannr.Generated;

namespace Plannr.Client.Tests.Setup;

/// <summary>Tests the constructors that an application needs for its own tests without a server.</summary>
public sealed class TestDoubleTests
{
    private static readonly PlannrApiException Response = new(
        "PUT /x returned status 404.", "PUT", "/x", 404, new Dictionary<string, IReadOnlyList<string>>(), """{"message":"Gone."}""");

    [Test]
    public void Test_double_can_throw_the_exceptions_of_the_client()
    {
        PlannrException[] exceptions =
        [
            new PlannrException(Response),
            new PlannrAuthenticationException(Response),
            new PlannrAuthenticationException("There was no token.", "PUT", "/x"),
            new PlannrPermissionException(Response),
            new PlannrNotFoundException(Response),
            new PlannrValidationException(Response),
            new PlannrRateLimitException(Response, TimeSpan.FromSeconds(1)),
            new PlannrRateLimitException("Too many wait.", "PUT", "/x", retryAfter: null),
            new PlannrServerException(Response),
            new PlannrTransportException("It broke.", "PUT", "/x"),
            new PlannrTimeoutException("It took too long.", "PUT", "/x"),
        ];

        Assert.That(exceptions.Select(exception => exception.RequestPath), Is.All.EqualTo("/x"));
        Assert.That(exceptions[6].RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public void Error_with_another_type_of_body_is_the_inner_exception()
    {
        var response = new PlannrApiException<string>(Response.Message, "PUT", "/x", 404, Response.Headers, "\"Gone.\"", "Gone.");

        Assert.That(new PlannrNotFoundException(response).InnerException, Is.SameAs(response));
        Assert.That(new PlannrNotFoundException(Response).InnerException, Is.Null);
    }

    [Test]
    public void Exception_with_a_null_response_throws()
        => Assert.That(() => new PlannrNotFoundException(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("response"));
}
