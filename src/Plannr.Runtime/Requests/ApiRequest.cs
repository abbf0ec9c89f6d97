using System.ComponentModel;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;
using Plannr.Runtime.Json;
using Plannr.Runtime.Text;

namespace Plannr.Runtime.Requests;

/// <summary>One request of an operation: what the contract says of it, with the caller's values. What is null is not sent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiRequest
{
    private static readonly IReadOnlyList<KeyValuePair<string, string>> Nothing = [];

    private readonly ApiOperation _operation;
    private string? _pathName;
    private string? _pathText;
    private List<KeyValuePair<string, string>>? _morePath;
    private List<string>? _query;
    private List<string>? _cookies;
    private List<KeyValuePair<string, string>>? _headers;
    private HttpContent? _content;

    /// <summary>Starts a request.</summary>
    /// <param name="operation">The operation.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    public ApiRequest(ApiOperation operation) => _operation = operation ?? throw new ArgumentNullException(nameof(operation));

    internal ApiOperation Operation => _operation;

    /// <summary>Puts a value into the path.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The parameter's name in the contract.</param>
    /// <param name="value">The value.</param>
    /// <param name="format">How it is written; null where it is one of .NET\'s own types.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="explode">Whether each element is written with its name.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> names no resource: it is <see cref="Guid.Empty"/>, empty, <c>.</c> or <c>..</c>.</exception>
    public ApiRequest WithPath<T>(string name, T? value, JsonFormat<T>? format = null, ParameterStyle style = ParameterStyle.Simple, bool explode = false, [CallerArgumentExpression(nameof(value))] string? argument = null)
    {
        if (value is Guid uuid)
        {
            return uuid == Guid.Empty
                ? throw Refused("The UUID is empty: it names no resource.", argument)
                : WithPath(name, style == ParameterStyle.Simple ? uuid.ToString("D") : ParameterText.Path(name, uuid.ToString("D"), style, explode));
        }

        var text = PathText(value, format, name, style, explode, argument);
        // A server, or the URL itself, would take these for another path.
        if (text is "" or "." or "..")
        {
            throw Refused("The value is empty, '.' or '..', and would change the path.", argument);
        }

        return WithPath(name, text);
    }

    /// <summary>Puts a value into the query.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The parameter's name in the contract.</param>
    /// <param name="value">The value; if it is null, it is not sent.</param>
    /// <param name="format">How it is written; null where it is one of .NET\'s own types.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="explode">Whether each element is a parameter of its own.</param>
    /// <param name="allowReserved">Whether reserved characters are sent as they are.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null, and required.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> holds half of a surrogate pair.</exception>
    public ApiRequest WithQuery<T>(
        string name, T? value, JsonFormat<T>? format = null, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool allowReserved = false, bool required = false,
        [CallerArgumentExpression(nameof(value))] string? argument = null)
    {
        if (Token(value, format, argument, required) is { } token)
        {
            (_query ??= []).AddRange(Written(argument, () => ParameterText.Fields(name, token, style, explode, allowReserved).Select(f => f.Key + "=" + f.Value).ToArray()));
        }

        return this;
    }

    /// <summary>Puts a value into a header.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The parameter's name in the contract.</param>
    /// <param name="value">The value; if it is null, it is not sent.</param>
    /// <param name="format">How it is written; null where it is one of .NET\'s own types.</param>
    /// <param name="style">How it is written: Simple or Json.</param>
    /// <param name="explode">Whether each member of an object is written with its name.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null, and required.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> holds what a header cannot: line breaks, control characters, characters beyond ASCII, white space at either end, or a comma within a part.</exception>
    public ApiRequest WithHeader<T>(
        string name, T? value, JsonFormat<T>? format = null, ParameterStyle style = ParameterStyle.Simple, bool explode = false, bool required = false,
        [CallerArgumentExpression(nameof(value))] string? argument = null)
    {
        if (Token(value, format, argument, required) is { } token)
        {
            var text = Written(argument, () => ParameterText.Header(token, style, explode));
            if (!text.All(c => c is '\t' or (>= ' ' and < (char)127)))
            {
                throw Refused("The value holds a line break, a control character or a character beyond ASCII, which a header cannot.", argument);
            }

            // HTTP drops it.
            if (text.Trim(' ', '\t').Length != text.Length)
            {
                throw Refused("The value begins or ends with white space, which a header cannot.", argument);
            }

            (_headers ??= []).Add(new(name, text));
        }

        return this;
    }

    /// <summary>Puts a value into a cookie. On .NET Framework, a handler that keeps cookies of its own sends those alone.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The parameter's name in the contract.</param>
    /// <param name="value">The value; if it is null, it is not sent.</param>
    /// <param name="format">How it is written; null where it is one of .NET\'s own types.</param>
    /// <param name="style">How it is written: Form or Json.</param>
    /// <param name="explode">Whether each element is a cookie of its own.</param>
    /// <param name="required">Whether null is refused.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null, and required.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> holds half of a surrogate pair.</exception>
    public ApiRequest WithCookie<T>(
        string name, T? value, JsonFormat<T>? format = null, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool required = false,
        [CallerArgumentExpression(nameof(value))] string? argument = null)
    {
        if (Token(value, format, argument, required) is { } token)
        {
            (_cookies ??= []).AddRange(Written(argument, () => ParameterText.Fields(name, token, style, explode, allowReserved: false).Select(f => f.Key + "=" + f.Value).ToArray()));
        }

        return this;
    }

    /// <summary>Gives the request a JSON body.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="body">The body; of its properties those are sent that were set.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="required">Whether null is refused; otherwise it sends no body.</param>
    /// <param name="nullable">Whether null is a body of its own, the JSON <c>null</c>.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null, required and not nullable.</exception>
    /// <exception cref="ArgumentException"><paramref name="body"/> cannot be written as JSON in UTF-8.</exception>
    public ApiRequest WithJson<T>(T? body, JsonFormat<T> format, string mediaType = "application/json", bool required = true, bool nullable = false, [CallerArgumentExpression(nameof(body))] string? argument = null)
    {
        if (body is null && !nullable)
        {
            return required ? throw new ArgumentNullException(Name(argument)) : this;
        }

        try
        {
            _content = JsonBody.Of(body, format, mediaType);
            return this;
        }
        catch (Exception exception) when (Refusal(exception) is { } problem)
        {
            throw Refused(problem, argument);
        }
    }

    /// <summary>Gives the request a body of form fields, <c>application/x-www-form-urlencoded</c>.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="body">The body; of its properties those are sent that were set.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="encodings">The fields that are not written in the usual way.</param>
    /// <param name="required">Whether null is refused; otherwise it sends no body.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null, and required.</exception>
    /// <exception cref="ArgumentException"><paramref name="body"/> cannot be written in UTF-8.</exception>
    public ApiRequest WithForm<T>(T? body, JsonFormat<T> format, FieldEncoding[]? encodings = null, bool required = true, [CallerArgumentExpression(nameof(body))] string? argument = null)
        where T : notnull
        => WithContent(body, required, argument, value => UrlEncodedBody.Of(PlannrJson.ToRequestToken(value, format), encodings ?? []));

    /// <summary>Gives the request a body of parts, <c>multipart/form-data</c>.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="body">The body; of its properties those are sent that were set.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="encodings">The fields that are not written in the usual way.</param>
    /// <param name="required">Whether null is refused; otherwise it sends no body.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null, and required.</exception>
    /// <exception cref="ArgumentException"><paramref name="body"/> cannot be written in UTF-8, or a file's content type is none.</exception>
    public ApiRequest WithMultipart<T>(T? body, JsonFormat<T> format, FieldEncoding[]? encodings = null, bool required = true, [CallerArgumentExpression(nameof(body))] string? argument = null)
        where T : notnull
        => WithContent(body, required, argument, value => MultipartBody.Of(value, format, encodings ?? []));

    /// <summary>Gives the request a file as its body.</summary>
    /// <param name="body">The file, which stays the caller's to dispose.</param>
    /// <param name="mediaType">Its media type, unless the file names its own.</param>
    /// <param name="required">Whether null is refused; otherwise it sends no body.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null, and required.</exception>
    /// <exception cref="ArgumentException">The file's content type is none, or that of parts without their boundary.</exception>
    public ApiRequest WithFile(ApiFile? body, string mediaType, bool required = true, [CallerArgumentExpression(nameof(body))] string? argument = null)
        => WithContent(body, required, argument, file =>
        {
            var type = MediaTypeHeaderValue.Parse(file.ContentType ?? mediaType);
            // Without it, a server cannot tell where a part ends.
            return IsMultipart(type) && !type.Parameters.Any(p => p.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))
                ? throw Refused($"The content type of the file must name the boundary of its parts, such as \"{type.MediaType}; boundary=x\".", argument)
                : new FileContent(file.Content) { Headers = { ContentType = type } };
        });

    /// <summary>Gives the request a text as its body, in the charset of the media type or else in UTF-8.</summary>
    /// <param name="body">The text.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="required">Whether null is refused; otherwise it sends no body.</param>
    /// <param name="argument">The caller's argument, for the exception.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null, and required.</exception>
    /// <exception cref="ArgumentException"><paramref name="body"/> contains a character that the charset does not have, such as half of a surrogate pair.</exception>
    public ApiRequest WithText(string? body, string mediaType, bool required = true, [CallerArgumentExpression(nameof(body))] string? argument = null)
        => WithContent(body, required, argument, text =>
        {
            var type = MediaTypeHeaderValue.Parse(mediaType);
            type.CharSet ??= "utf-8";
            return new ByteArrayContent(TextEncodings.Of(type.CharSet).GetBytes(text)) { Headers = { ContentType = type } };
        });

    /// <summary>The message to be sent.</summary>
    /// <param name="server">The server, with its path but without a slash at the end.</param>
    internal ApiRequestMessage ToMessage(string server)
    {
        var url = _operation.Path.Fill(server, this);
        var message = new ApiRequestMessage(_operation, _query is { Count: > 0 } ? url + (_operation.Path.HasQuery ? "&" : "?") + string.Join("&", _query) : url) { Content = _content };
        message.Headers.TryAddWithoutValidation("Accept", _operation.Accept);
        foreach (var header in _headers ?? Nothing)
        {
            if (!message.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                // Headers such as Content-Language are the body's.
                message.Content ??= new ByteArrayContent([]);
                message.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        if (_cookies is { Count: > 0 })
        {
            message.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies));
        }

        return message;
    }

    private static string PathText<T>(T? value, JsonFormat<T>? format, string name, ParameterStyle style, bool explode, string? argument)
    {
        var token = Token(value, format, argument)!;
        return Written(argument, () => ParameterText.Path(name, token, style, explode));
    }

    /// <summary>The text that takes the place of a placeholder; one without a value, which the gate refuses in a contract, stays as it is.</summary>
    internal string PathValue(string name)
    {
        if (_pathName == name)
        {
            return _pathText!;
        }

        foreach (var value in _morePath ?? Nothing)
        {
            if (value.Key == name)
            {
                return value.Value;
            }
        }

        return "{" + name + "}";
    }

    private ApiRequest WithPath(string name, string text)
    {
        // Most paths have one value.
        if (_pathName is null)
        {
            _pathName = name;
            _pathText = text;
        }
        else
        {
            (_morePath ??= []).Add(new(name, text));
        }

        return this;
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

    private static bool IsMultipart(MediaTypeHeaderValue type) => type.MediaType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    private static JToken? Token<T>(T? value, JsonFormat<T>? format, string? argument, bool required = true)
    {
        if (value is null)
        {
            return required ? throw new ArgumentNullException(Name(argument)) : null;
        }

        return Written(argument, () => PlannrJson.ToRequestToken(value, format ?? ScalarFormat<T>.Known));
    }

    private static T Written<T>(string? argument, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception exception) when (Refusal(exception) is { } problem)
        {
            throw Refused(problem, argument);
        }
    }

    private static string? Refusal(Exception exception)
        => exception switch
        {
            EncoderFallbackException unknown when unknown.IsUnknownSurrogate() || !char.IsSurrogate(unknown.CharUnknown) => "A text contains a character that the charset of the body does not have.",
            EncoderFallbackException => "A text holds half of a surrogate pair, which UTF-8 cannot carry.",
            DelimiterException => exception.Message,
            FormatException => "The content type of a file is not a media type.",
            JsonException => "A value cannot be written as JSON: it refers to itself, or is a number or an enumeration without a value.",
            _ => null,
        };

    private static ArgumentException Refused(string problem, string? argument) => new(problem + " Nothing was sent.", Name(argument));

    // A parameter that is a keyword is written with an @ before its name.
    private static string? Name(string? argument) => argument?.TrimStart('@');
}
