namespace Plannr.Generated.Runtime;

/// <summary>The operation of the contract that a request belongs to, for the handlers that it passes through.</summary>
public sealed class ApiOperation
{
    private const string Key = "Plannr.Operation";

    private readonly Func<int, bool> _isFile;

    internal ApiOperation(string name, string method, string pathTemplate, Func<int, bool> isFile)
    {
        Name = name;
        Method = method;
        PathTemplate = pathTemplate;
        _isFile = isFile;
    }

    /// <summary>The contract's <c>operationId</c>.</summary>
    public string Name { get; }

    /// <summary>The HTTP method, in capitals.</summary>
    public string Method { get; }

    /// <summary>The path as in the contract, with its <c>{placeholders}</c>.</summary>
    public string PathTemplate { get; }

    /// <summary>The operation that a request belongs to.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The operation, or null if the request is not a generated client's.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public static ApiOperation? Of(HttpRequestMessage request)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

#if NET
        return request.Options.TryGetValue(new HttpRequestOptionsKey<ApiOperation>(Key), out var operation) ? operation : null;
#else
        return request.Properties.TryGetValue(Key, out var operation) ? (ApiOperation)operation : null;
#endif
    }

    /// <summary>Whether the body of a response is a file, which the caller reads from the connection.</summary>
    /// <param name="statusCode">The HTTP status code of the response.</param>
    /// <returns>Whether it is; all other bodies are read by the client, to their end.</returns>
    public bool ReturnsFile(int statusCode) => _isFile(statusCode);

    internal void AttachTo(HttpRequestMessage request)
    {
#if NET
        request.Options.Set(new HttpRequestOptionsKey<ApiOperation>(Key), this);
#else
        request.Properties[Key] = this;
#endif
    }
}
