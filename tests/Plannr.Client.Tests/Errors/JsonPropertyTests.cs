using System.Text;
using CsCheck;
using Plannr.Generated;

namespace Plannr.Client.Tests.Errors;

/// <summary>Tests that a call with any response body returns a value or throws a <see cref="PlannrApiException"/> within a short time.</summary>
public sealed class JsonPropertyTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private static readonly string[] Names = ["uuid", "label", "provider", "created_at", "access_token_expires_at", "refresh_authorization_url", "data", "$type", "", "é"];

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Gen.OneOf("null", "true", "false", "\"\"", "\" \"", "\"2026-06-08T16:08:03+01:00\"", "\"8ef67ca5-483a-4dfa-bfb9-ea282aa4ff2c\"", "\"https://a.example\""),
        Gen.Double.Select(number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Long.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.OneOf("1e400", "-0", "1e-400", "123456789012345678901234567890", "01", "NaN", "+1", ".5"),
        Gen.String.Select(Newtonsoft.Json.JsonConvert.ToString));

    private static readonly Gen<string> Json = Gen.Recursive<string>((depth, json) => depth > 4
        ? Scalar
        : Gen.Frequency(
            (3, Scalar),
            (1, json.Array[0, 4].Select(items => $"[{string.Join(',', items)}]")),
            (3, Gen.Select(Gen.OneOf(Names), json).Array[0, 6].Select(members =>
                $"{{{string.Join(',', members.Select(member => $"{Newtonsoft.Json.JsonConvert.ToString(member.Item1)}:{member.Item2}"))}}}"))));

    /// <summary>Generates JSON with the properties in the contract and random values, and the same JSON with some bytes changed or removed.</summary>
    private static readonly Gen<byte[]> Damaged =
        from json in Json
        from position in Gen.Double.Unit
        from damage in Gen.Byte.Array[0, 3]
        from cuts in Gen.Bool
        let bytes = Encoding.UTF8.GetBytes(json)
        let at = (int)(position * bytes.Length)
        select (byte[])[.. bytes[..at], .. damage, .. cuts ? [] : bytes[at..]];

    private static readonly Gen<byte[]> Body = Gen.Frequency((4, Json.Select(Encoding.UTF8.GetBytes)), (4, Damaged), (1, Gen.Byte.Array[0, 200]));

    [Test]
    public async Task Any_body_returns_a_value_or_throws_PlannrException()
        => await Gen.Select(Body, Gen.OneOf(200, 204, 401, 404, 422, 429, 500, 503), Gen.OneOf("application/json", "text/html", "application/json; charset=utf-16", "application/problem+json", "")).SampleAsync(
            async (body, status, contentType) =>
            {
                using var client = new PlannrClient(
                    new PlannrClientOptions { AccessToken = "token", MaxRetries = 0, RequestsPerMinute = 0 },
                    primaryHandler: new RespondingHandler(status, body, contentType));
                try
                {
                    var call = client.OAuthConnections.UpdateAsync(Trial.Uuid, new UpdateOAuthConnectionRequest { Label = "x" });
                    return await call.WaitAsync(Soon) is not null && status == 200;
                }
                catch (PlannrApiException exception)
                {
                    return exception.StatusCode == status;
                }
            },
            iter: 2_000);

    private sealed class RespondingHandler(int status, byte[] body, string contentType) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new ByteArrayContent(body) };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            return Task.FromResult(response);
        }
    }
}
