using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Plannr.Generated.Runtime;

/// <summary>One request of an operation: what the contract says of it, with the caller's values.</summary>
public sealed class ApiRequest
{
    private readonly string _method;
    private string _path;
    private byte[]? _json;

    /// <summary>Starts a request.</summary>
    /// <param name="method">The HTTP method, in capitals.</param>
    /// <param name="path">The path as in the contract, with its <c>{placeholders}</c>.</param>
    public ApiRequest(string method, string path)
    {
        _method = method;
        _path = path;
    }

    /// <summary>Puts a value into the path.</summary>
    /// <param name="name">The parameter's name in the contract.</param>
    /// <param name="value">The value.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is <see cref="Guid.Empty"/>, which names no resource.</exception>
    public ApiRequest WithPath(string name, Guid value, [CallerArgumentExpression(nameof(value))] string? argument = null)
    {
        if (value == Guid.Empty)
        {
            throw new ArgumentException("The UUID is empty: it names no resource. Nothing was sent.", argument);
        }

        _path = _path.Replace("{" + name + "}", value.ToString("D"));
        return this;
    }

    /// <summary>Gives the request a JSON body.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="body">The body; of its properties those are sent that were set.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="body"/> cannot be written as JSON in UTF-8.</exception>
    public ApiRequest WithJson<T>(T body, [CallerArgumentExpression(nameof(body))] string? argument = null)
        where T : class
    {
        if (body is null)
        {
            throw new ArgumentNullException(argument);
        }

        try
        {
            _json = TextEncodings.Utf8.GetBytes(PlannrJson.Serialize(body));
        }
        catch (EncoderFallbackException)
        {
            throw new ArgumentException("A text holds half of a surrogate pair, which UTF-8 cannot carry. Nothing was sent.", argument);
        }

        return this;
    }

    internal HttpRequestMessage ToMessage(Uri server)
    {
        // HttpClient would resolve "/api" against "https://host/prefix" to "https://host/api", and lose the prefix.
        var message = new HttpRequestMessage(new HttpMethod(_method), server.GetLeftPart(UriPartial.Path).TrimEnd('/') + _path);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (_json is not null)
        {
            message.Content = new ByteArrayContent(_json);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return message;
    }
}
