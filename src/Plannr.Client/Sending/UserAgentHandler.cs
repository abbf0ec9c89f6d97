using System.Reflection;
using System.Runtime.InteropServices;

namespace Plannr.Client.Sending;

/// <summary>Adds the <c>User-Agent</c> header to requests that have none.</summary>
internal sealed class UserAgentHandler(string? userAgent) : DelegatingHandler
{
    private const string Header = "User-Agent";

    // The SDK appends a plus sign and the commit to the version.
    private static readonly string Default =
        $"Plannr.Client/{typeof(UserAgentHandler).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]} ({RuntimeInformation.FrameworkDescription})";

    private readonly string _userAgent = userAgent ?? Default;

    /// <summary>Returns a value that indicates whether a string consists of products and comments, as the header requires.</summary>
    public static bool IsValid(string userAgent)
    {
        using var request = new HttpRequestMessage();
        return request.Headers.UserAgent.TryParseAdd(userAgent);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_userAgent.Length > 0 && !request.Headers.Contains(Header))
        {
            request.Headers.TryAddWithoutValidation(Header, _userAgent);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
