using System.ComponentModel;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;
using Plannr.Runtime.Json;
using Plannr.Runtime.Json.Formats;
using Plannr.Runtime.Text;

namespace Plannr.Runtime.Requests;

/// <summary>A request of an operation, with the caller's values. Optional parameters that are null are not sent.</summary>
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

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="operation">The operation.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    public ApiRequest(ApiOperation operation) => _operation = operation ?? throw new ArgumentNullException(nameof(operation));

    internal ApiOperation Operation => _operation;

    /// <summary>Adds a value to the path.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The name of the parameter in the contract.</param>
    /// <param name="value">The value.</param>
    /// <param name="format">The format of the type. The default, null, is the default format of a scalar .NET type.</param>
    /// <param name="style">The serialization style.</param>
    /// <param name="explode">Whether each element or property is written with its name.</param>
    /// <param name="argument">The name of the caller's argument, for exceptions.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is <see cref="Guid.Empty"/>, empty, <c>.</c> or <c>..</c>, and does not identify a resource.</exception>
    public ApiRequest WithPath<T>(string name, T? value, JsonFormat<T>? format = null, ParameterStyle style = ParameterStyle.Simple, bool explode = false, [CallerArgumentExpression(nameof(value))] string? argument = null)
    {
        if (value is Guid uuid)
        {
            return uuid == Guid.Empty
                ? throw Refused("The UUID is empty and does not identify a resource.", argument)
                : WithPath(name, style == ParameterStyle.Simple ? uuid.ToString("D") : ParameterText.Path(name, uuid.ToString("D"), style, explode));
        }

        var text = PathText(value, format, name, style, explode, argument);
        // Servers and URL parsers would resolve these to another path.
        if (text is "" or "." or "..")
        {
            throw Refused("The value is empty, '.' or '..', and would change the path.", argument);
        }

        return WithPath(name, text);
    }

    /// <summary>Adds a value to the query.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The name of the parameter in the contract.</param>
    /// <param name="value">The value. If it is null, the parameter is not sent.</param>
    /// <param name="format">The format of the type. The default, null, is the default format of a scalar .NET type.</param>
    /// <param name="style">The serialization style.</param>
    /// <param name="explode">Whether each element is a separate parameter.</param>
    /// <param name="allowReserved">Whether reserved characters are sent without escaping.</param>
    /// <param name="required">Whether null throws an exception.</param>
    /// <param name="argument">The name of the caller's argument, for exceptions.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null, and <paramref name="required"/> is true.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> contains an unpaired surrogate.</exception>
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

    /// <summary>Adds a header.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The name of the parameter in the contract.</param>
    /// <param name="value">The value. If it is null, the parameter is not sent.</param>
    /// <param name="format">The format of the type. The default, null, is the default format of a scalar .NET type.</param>
    /// <param name="style">The serialization style: Simple or Json.</param>
    /// <param name="explode">Whether the properties of an object are written as <c>name=value</c>.</param>
    /// <param name="required">Whether null throws an exception.</param>
    /// <param name="argument">The name of the caller's argument, for exceptions.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null, and <paramref name="required"/> is true.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not valid in a header: it contains line breaks, control characters, non-ASCII characters,
    /// leading or trailing white space, or an element with a comma.</exception>
    public ApiRequest WithHeader<T>(
        string name, T? value, JsonFormat<T>? format = null, ParameterStyle style = ParameterStyle.Simple, bool explode = false, bool required = false,
        [CallerArgumentExpression(nameof(value))] string? argument = null)
    {
        if (Token(value, format, argument, required) is { } token)
        {
            var text = Written(argument, () => ParameterText.Header(token, style, explode));
            if (!text.All(c => c is '\t' or (>= ' ' and < (char)127)))
            {
                throw Refused("The value contains a line break, a control character or a non-ASCII character, which a header does not allow.", argument);
            }

            // HTTP removes white space at both ends of a header's value.
            if (text.Trim(' ', '\t').Length != text.Length)
            {
                throw Refused("The value begins or ends with white space, which a header does not allow.", argument);
            }

            (_headers ??= []).Add(new(name, text));
        }

        return this;
    }

    /// <summary>Adds a cookie. On .NET Framework, a handler with a cookie container sends only the cookies of that container.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The name of the parameter in the contract.</param>
    /// <param name="value">The value. If it is null, the parameter is not sent.</param>
    /// <param name="format">The format of the type. The default, null, is the default format of a scalar .NET type.</param>
    /// <param name="style">The serialization style: Form or Json.</param>
    /// <param name="explode">Whether each element is a separate cookie.</param>
    /// <param name="required">Whether null throws an exception.</param>
    /// <param name="argument">The name of the caller's argument, for exceptions.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null, and <paramref name="required"/> is true.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> contains an unpaired surrogate.</exception>
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

    /// <summary>Sets a JSON body.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="body">The body. Only properties that are set are sent.</param>
    /// <param name="format">The format of the body.</param>
    /// <param name="mediaType">The media type.</param>
    /// <param name="required">Whether null throws an exception. Otherwise, null sends no body.</param>
    /// <param name="nullable">Whether null is sent as the JSON <c>null</c>.</param>
    /// <param name="argument">The name of the caller's argument, for exceptions.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null, <paramref name="required"/> is true, and <paramref name="nullable"/> is false.</exception>
    /// <exception cref="ArgumentException"><paramref name="body"/> cannot be serialized to JSON in UTF-8.</exception>
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

    /// <summary>Sets a body of form fields, with the media type <c>application/x-www-form-urlencoded</c>.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="body">The body. Only properties that are set are sent.</param>
    /// <param name="format">The format of the body.</param>
    /// <param name="encodings">The encodings of fields that differ from the default.</param>
    /// <param name="required">Whether null throws an exception. Otherwise, null sends no body.</param>
    /// <param name="argument">The name of the caller's argument, for exceptions.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null, and <paramref name="required"/> is true.</exception>
    /// <exception cref="ArgumentException"><paramref name="body"/> cannot be serialized to UTF-8.</exception>
    public ApiRequest WithForm<T>(T? body, JsonFormat<T> format, FieldEncoding[]? encodings = null, bool required = true, [CallerArgumentExpression(nameof(body))] string? argument = null)
        where T : notnull
        => WithContent(body, required, argument, value => UrlEncodedBody.Of(PlannrJson.ToRequestToken(value, format), encodings ?? []));

    /// <summary>Sets a body of parts, with the media type <c>multipart/form-data</c>.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="body">The body. Only properties that are set are sent.</param>
    /// <param name="format">The format of the body.</param>
    /// <param name="encodings">The encodings of fields that differ from the default.</param>
    /// <param name="required">Whether null throws an exception. Otherwise, null sends no body.</param>
    /// <param name="argument">The name of the caller's argument, for exceptions.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null, and <paramref name="required"/> is true.</exception>
    /// <exception cref="ArgumentException"><paramref name="body"/> cannot be serialized to UTF-8, or the content type of a file is not valid.</exception>
    public ApiRequest WithMultipart<T>(T? body, JsonFormat<T> format, FieldEncoding[]? encodings = null, bool required = true, [CallerArgumentExpression(nameof(body))] string? argument = null)
        where T : notnull
        => WithContent(body, required, argument, value => MultipartBody.Of(value, format, encodings ?? []));

    /// <summary>Sets a file as the body.</summary>
    /// <param name="body">The file. The caller must dispose it.</param>
    /// <param name="mediaType">The media type, unless the file specifies one.</param>
    /// <param name="required">Whether null throws an exception. Otherwise, null sends no body.</param>
    /// <param name="argument">The name of the caller's argument, for exceptions.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null, and <paramref name="required"/> is true.</exception>
    /// <exception cref="ArgumentException">The content type of the file is not valid, or is a multipart type without a boundary.</exception>
    public ApiRequest WithFile(ApiFile? body, string mediaType, bool required = true, [CallerArgumentExpression(nameof(body))] string? argument = null)
        => WithContent(body, required, argument, file =>
        {
            var type = MediaTypeHeaderValue.Parse(file.ContentType ?? mediaType);
            // Without a boundary, a server cannot separate the parts.
            return IsMultipart(type) && !type.Parameters.Any(p => p.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))
                ? throw Refused($"The content type of the file must contain the boundary of its parts, such as \"{type.MediaType}; boundary=x\".", argument)
                : new FileContent(file.Content) { Headers = { ContentType = type } };
        });

    /// <summary>Sets a text as the body, encoded in the charset of the media type. The default charset is UTF-8.</summary>
    /// <param name="body">The text.</param>
    /// <param name="mediaType">The media type.</param>
    /// <param name="required">Whether null throws an exception. Otherwise, null sends no body.</param>
    /// <param name="argument">The name of the caller's argument, for exceptions.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null, and <paramref name="required"/> is true.</exception>
    /// <exception cref="ArgumentException"><paramref name="body"/> contains a character that the charset does not have, such as an unpaired surrogate.</exception>
    public ApiRequest WithText(string? body, string mediaType, bool required = true, [CallerArgumentExpression(nameof(body))] string? argument = null)
        => WithContent(body, required, argument, text =>
        {
            var type = MediaTypeHeaderValue.Parse(mediaType);
            type.CharSet ??= "utf-8";
            return new ByteArrayContent(TextEncodings.Of(type.CharSet).GetBytes(text)) { Headers = { ContentType = type } };
        });

    /// <summary>Creates the HTTP request.</summary>
    /// <param name="server">The server, including its path, without a trailing slash.</param>
    internal ApiRequestMessage ToMessage(string server)
    {
        var url = Url(server, _operation.Path);
        var message = new ApiRequestMessage(_operation, _query is { Count: > 0 } ? url + (_operation.Path.HasQuery ? "&" : "?") + string.Join("&", _query) : url) { Content = _content };
        message.Headers.TryAddWithoutValidation("Accept", _operation.Accept);
        foreach (var header in _headers ?? Nothing)
        {
            if (!message.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                // Content headers, such as Content-Language, belong to the body.
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

    private string Url(string server, PathTemplate path)
    {
        switch (path.Names.Count)
        {
            case 0:
                return server + path.Literals[0];
            case 1:
                return string.Concat(server, path.Literals[0], PathValue(path.Names[0]), path.Literals[1]);
            default:
                var url = new StringBuilder(server);
                for (var at = 0; at < path.Names.Count; at++)
                {
                    url.Append(path.Literals[at]).Append(PathValue(path.Names[at]));
                }

                return url.Append(path.Literals[path.Names.Count]).ToString();
        }
    }

    // A placeholder without a value, which the gate does not allow, is unchanged.
    private string PathValue(string name)
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
        // Most paths have one value, which needs no list.
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
            EncoderFallbackException unknown when unknown.IsUnknownSurrogate() || !char.IsSurrogate(unknown.CharUnknown) => "A string contains a character that the charset of the body does not have.",
            EncoderFallbackException => "A string contains an unpaired surrogate, which cannot be encoded.",
            DelimiterException => exception.Message,
            FormatException => "The content type of a file is not a media type.",
            JsonException => "A value cannot be written as JSON: it contains a reference to itself, a number that is NaN or infinite, or an enumeration without a value.",
            _ => null,
        };

    private static ArgumentException Refused(string problem, string? argument) => new(problem + " Nothing was sent.", Name(argument));

    // The expression of a parameter that is named like a C# keyword starts with an @.
    private static string? Name(string? argument) => argument?.TrimStart('@');
}
