using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Generated.Runtime;

/// <summary>One request of an operation: what the contract says of it, with the caller's values. What is null is not sent.</summary>
public sealed class ApiRequest
{
    private readonly string _operation;
    private readonly string _method;
    private readonly string _pathTemplate;
    private readonly string _accept;
    private readonly List<string> _query = [];
    private readonly List<string> _cookies = [];
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private string _path;
    private HttpContent? _content;

    /// <summary>Starts a request.</summary>
    /// <param name="operation">The contract's <c>operationId</c>.</param>
    /// <param name="method">The HTTP method, in capitals.</param>
    /// <param name="path">The path as in the contract, with its <c>{placeholders}</c>.</param>
    /// <param name="accept">The media types of the responses that the contract documents, as a header has them.</param>
    public ApiRequest(string operation, string method, string path, string accept = "application/json")
    {
        _operation = operation;
        _method = method;
        _path = _pathTemplate = path;
        _accept = accept;
    }

    /// <summary>Puts a value into the path.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The parameter's name in the contract.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="explode">Whether each element is written with its name.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> names no resource: it is <see cref="Guid.Empty"/>, empty, <c>.</c> or <c>..</c>.</exception>
    public ApiRequest WithPath<T>(string name, T value, ParameterStyle style = ParameterStyle.Simple, bool explode = false, [CallerArgumentExpression(nameof(value))] string? argument = null)
    {
        if (value is Guid uuid)
        {
            _path = uuid == Guid.Empty
                ? throw Refused("The UUID is empty: it names no resource.", argument)
                : _path.Replace("{" + name + "}", ParameterText.Path(name, uuid.ToString("D"), style, explode));
            return this;
        }

        var token = Token(value, argument)!;
        var text = Written(argument, () => ParameterText.Path(name, token, style, explode));
        // A server, or the URL itself, would take these for another path.
        if (text is "" or "." or "..")
        {
            throw Refused("The value is empty, '.' or '..', and would change the path.", argument);
        }

        _path = _path.Replace("{" + name + "}", text);
        return this;
    }

    /// <summary>Puts a value into the query.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The parameter's name in the contract.</param>
    /// <param name="value">The value; if it is null, it is not sent.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="explode">Whether each element is a parameter of its own.</param>
    /// <param name="allowReserved">Whether reserved characters are sent as they are.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null, and required.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> holds half of a surrogate pair.</exception>
    public ApiRequest WithQuery<T>(
        string name, T value, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool allowReserved = false, bool required = false,
        [CallerArgumentExpression(nameof(value))] string? argument = null)
    {
        if (Token(value, argument, required) is { } token)
        {
            _query.AddRange(Written(argument, () => ParameterText.Fields(name, token, style, explode, allowReserved).Select(f => f.Key + "=" + f.Value).ToArray()));
        }

        return this;
    }

    /// <summary>Puts a value into a header.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The parameter's name in the contract.</param>
    /// <param name="value">The value; if it is null, it is not sent.</param>
    /// <param name="style">How it is written: Simple or Json.</param>
    /// <param name="explode">Whether each member of an object is written with its name.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null, and required.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> holds what a header cannot: line breaks, control characters or characters beyond ASCII.</exception>
    public ApiRequest WithHeader<T>(
        string name, T value, ParameterStyle style = ParameterStyle.Simple, bool explode = false, bool required = false,
        [CallerArgumentExpression(nameof(value))] string? argument = null)
    {
        if (Token(value, argument, required) is { } token)
        {
            var text = ParameterText.Header(token, style, explode);
            _headers.Add(text.All(c => c is '\t' or (>= ' ' and < (char)127))
                ? new(name, text)
                : throw Refused("The value holds a line break, a control character or a character beyond ASCII, which a header cannot.", argument));
        }

        return this;
    }

    /// <summary>Puts a value into a cookie. On .NET Framework, a handler that keeps cookies of its own sends those alone.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The parameter's name in the contract.</param>
    /// <param name="value">The value; if it is null, it is not sent.</param>
    /// <param name="style">How it is written: Form or Json.</param>
    /// <param name="explode">Whether each element is a cookie of its own.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null, and required.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> holds half of a surrogate pair.</exception>
    public ApiRequest WithCookie<T>(
        string name, T value, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool required = false,
        [CallerArgumentExpression(nameof(value))] string? argument = null)
    {
        if (Token(value, argument, required) is { } token)
        {
            _cookies.AddRange(Written(argument, () => ParameterText.Fields(name, token, style, explode, allowReserved: false).Select(f => f.Key + "=" + f.Value).ToArray()));
        }

        return this;
    }

    /// <summary>Gives the request a JSON body.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="body">The body; of its properties those are sent that were set.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="required">Whether null is refused; otherwise it sends no body.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null, and required.</exception>
    /// <exception cref="ArgumentException"><paramref name="body"/> cannot be written as JSON in UTF-8.</exception>
    public ApiRequest WithJson<T>(T? body, string mediaType = "application/json", bool required = true, [CallerArgumentExpression(nameof(body))] string? argument = null)
        => WithContent<object>(body, required, argument, value => Bytes(PlannrJson.SerializeRequest(value), mediaType));

    /// <summary>Gives the request a body of form fields, <c>application/x-www-form-urlencoded</c>.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="body">The body; of its properties those are sent that were set.</param>
    /// <param name="encodings">The fields that are not written in the usual way.</param>
    /// <param name="required">Whether null is refused; otherwise it sends no body.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null, and required.</exception>
    /// <exception cref="ArgumentException"><paramref name="body"/> cannot be written in UTF-8.</exception>
    public ApiRequest WithForm<T>(T? body, FieldEncoding[]? encodings = null, bool required = true, [CallerArgumentExpression(nameof(body))] string? argument = null)
        where T : notnull
        => WithContent(body, required, argument, value => UrlEncodedBody.Of(value, encodings ?? []));

    /// <summary>Gives the request a body of parts, <c>multipart/form-data</c>.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="body">The body; of its properties those are sent that were set.</param>
    /// <param name="encodings">The fields that are not written in the usual way.</param>
    /// <param name="required">Whether null is refused; otherwise it sends no body.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null, and required.</exception>
    /// <exception cref="ArgumentException"><paramref name="body"/> cannot be written in UTF-8, or a file's content type is none.</exception>
    public ApiRequest WithMultipart<T>(T? body, FieldEncoding[]? encodings = null, bool required = true, [CallerArgumentExpression(nameof(body))] string? argument = null)
        where T : notnull
        => WithContent(body, required, argument, value => MultipartBody.Of(value, encodings ?? []));

    /// <summary>Gives the request a file as its body.</summary>
    /// <param name="body">The file, which stays the caller's to dispose.</param>
    /// <param name="mediaType">Its media type, unless the file names its own.</param>
    /// <param name="required">Whether null is refused; otherwise it sends no body.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null, and required.</exception>
    /// <exception cref="ArgumentException">The file's content type is none.</exception>
    public ApiRequest WithFile(ApiFile? body, string mediaType, bool required = true, [CallerArgumentExpression(nameof(body))] string? argument = null)
        => WithContent(body, required, argument, file => new FileContent(file.Content) { Headers = { ContentType = MediaTypeHeaderValue.Parse(file.ContentType ?? mediaType) } });

    /// <summary>Gives the request a text as its body, in UTF-8.</summary>
    /// <param name="body">The text.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="required">Whether null is refused; otherwise it sends no body.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null, and required.</exception>
    /// <exception cref="ArgumentException"><paramref name="body"/> holds half of a surrogate pair.</exception>
    public ApiRequest WithText(string? body, string mediaType, bool required = true, [CallerArgumentExpression(nameof(body))] string? argument = null)
        => WithContent(body, required, argument, text =>
        {
            var content = Bytes(text, mediaType);
            content.Headers.ContentType!.CharSet ??= "utf-8";
            return content;
        });

    internal HttpRequestMessage ToMessage(Uri server, Func<int, bool> isFile)
    {
        // HttpClient would resolve "/api" against "https://host/prefix" to "https://host/api", and lose the prefix.
        var url = server.GetLeftPart(UriPartial.Path).TrimEnd('/') + _path;
        var message = new HttpRequestMessage(new HttpMethod(_method), _query.Count == 0 ? url : url + "?" + string.Join("&", _query)) { Content = _content };
        new ApiOperation(_operation, _method, _pathTemplate, isFile).AttachTo(message);
        message.Headers.TryAddWithoutValidation("Accept", _accept);
        foreach (var header in _headers.Where(h => !message.Headers.TryAddWithoutValidation(h.Key, h.Value)))
        {
            // Headers such as Content-Language are the body's.
            message.Content ??= new ByteArrayContent([]);
            message.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (_cookies.Count > 0)
        {
            message.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies));
        }

        return message;
    }

    private ApiRequest WithContent<T>(T? body, bool required, string? argument, Func<T, HttpContent> write)
        where T : notnull
    {
        if (body is null)
        {
            return required ? throw new ArgumentNullException(Name(argument)) : this;
        }

        _content = Written(argument, () => write(body));
        return this;
    }

    private static ByteArrayContent Bytes(string text, string mediaType)
    {
        var content = new ByteArrayContent(TextEncodings.Utf8.GetBytes(text));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        return content;
    }

    private static JToken? Token<T>(T value, string? argument, bool required = true)
    {
        if (value is null)
        {
            return required ? throw new ArgumentNullException(Name(argument)) : null;
        }

        return Written(argument, () => PlannrJson.ToRequestToken(value));
    }

    private static T Written<T>(string? argument, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (EncoderFallbackException)
        {
            throw Refused("A text holds half of a surrogate pair, which UTF-8 cannot carry.", argument);
        }
        catch (FormatException)
        {
            throw Refused("The content type of a file is not a media type.", argument);
        }
        catch (JsonException)
        {
            throw Refused("A value cannot be written as JSON: it refers to itself, or is a number or an enumeration without a value.", argument);
        }
    }

    private static ArgumentException Refused(string problem, string? argument) => new(problem + " Nothing was sent.", Name(argument));

    // A parameter that is a keyword is written with an @ before its name.
    private static string? Name(string? argument) => argument?.TrimStart('@');
}
