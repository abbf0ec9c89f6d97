using System.Text.RegularExpressions;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Operations;

/// <summary>
/// Chooses the server that a client uses without a base address, and the servers of operations. Of several servers, the first one is
/// used, with the defaults of its variables.
/// </summary>
internal sealed partial class ServerBuilder
{
    private readonly Action<SourceNode, SourceFile, string> _refuse;
    private readonly Address? _written;

    public ServerBuilder(OpenApiContract contract, Action<SourceNode, SourceFile, string> refuse)
    {
        _refuse = refuse;
        _written = First(contract.Root) is { } server ? AddressOf(server, contract.Main) : null;
        Default = Absolute(_written);
    }

    /// <summary>Gets the URL that a client uses without a base address; null if the contract does not name a host.</summary>
    public string? Default { get; }

    /// <summary>Returns the server of an operation or of its path.</summary>
    /// <returns>An absolute URL, a path on the client's server, or null for the client's server itself.</returns>
    public string? Of(SourceOperation operation)
    {
        if ((First(operation.Node) ?? First(operation.PathItem)) is not { } server || AddressOf(server, operation.File) is not { } address || IsSame(address.Url, _written?.Url))
        {
            return null;
        }

        if (Absolute(address) is { } absolute)
        {
            return IsSame(absolute, Default) ? null : OnDefaultHost(absolute) ?? absolute;
        }

        if (address.IsComplete && Uri.TryCreate(address.Url, UriKind.Relative, out _) && !Scheme().IsMatch(address.Url))
        {
            // An empty URL is the address of the document. Its host is the client's server.
            return address.Url.Length == 0 ? "/" : address.Url;
        }

        _refuse(server["url"]!, operation.File, $"the server '{address.Url}' of an operation: it is neither a path nor an HTTP URL, or a variable in it has no default");
        return null;
    }

    private static SourceMap? First(SourceMap owner) => owner.List("servers").OfType<SourceMap>().FirstOrDefault(s => s.Text("url") is not null);

    private static bool IsSame(string url, string? other) => other is not null && string.Equals(url.TrimEnd('/'), other.TrimEnd('/'), StringComparison.Ordinal);

    private Address AddressOf(SourceMap server, SourceFile file)
    {
        var url = server.Text("url")!;
        var isComplete = Variable().Matches(url).All(v => server.Map("variables")?.Map(v.Groups[1].Value)?.Text("default") is not null);
        foreach (var variable in server.Map("variables")?.Entries ?? [])
        {
            if ((variable.Value as SourceMap)?.Text("default") is { } value)
            {
                url = url.Replace("{" + variable.Key.Text + "}", value, StringComparison.Ordinal);
            }
        }

        if (url.IndexOfAny(['?', '#']) >= 0)
        {
            _refuse(server["url"]!, file, "a server with a query or a fragment, which a path cannot follow");
        }

        // A URL without a scheme has that of the document's address, which is not known here.
        return new Address(url.StartsWith("//", StringComparison.Ordinal) ? "https:" + url : url, isComplete);
    }

    // Without a host, or with a variable without a value, the client has no default: the caller must set the base address.
    private static string? Absolute(Address? address)
        => address is { IsComplete: true, Url: var url } && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https")
            ? InvisibleCharacters.Escape(url) == url ? url : uri.AbsoluteUri
            : null;

    // A URL on the default host becomes a path, so that it stays on the client's server if the caller sets another base address.
    private string? OnDefaultHost(string absolute)
        => Default is not null && new Uri(absolute) is var uri && Uri.Compare(uri, new Uri(Default), UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? uri.AbsolutePath.TrimEnd('/') is { Length: > 0 } path ? path : "/"
            : null;

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Variable();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*:")]
    private static partial Regex Scheme();

    /// <summary>A URL with the defaults of its variables.</summary>
    private sealed record Address(string Url, bool IsComplete);
}
