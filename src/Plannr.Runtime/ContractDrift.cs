namespace Plannr.Generated;

/// <summary>A place in which a response differs from the contract. It contains names and no values.</summary>
public sealed class ContractDrift
{
    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="operation">The <c>operationId</c> in the contract.</param>
    /// <param name="kind">The way in which the response differs.</param>
    /// <param name="place">The place in the response.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> or <paramref name="place"/> is null.</exception>
    public ContractDrift(string operation, ContractDriftKind kind, string place)
    {
        Operation = operation ?? throw new ArgumentNullException(nameof(operation));
        Kind = kind;
        Place = place ?? throw new ArgumentNullException(nameof(place));
    }

    /// <summary>Gets the <c>operationId</c> in the contract.</summary>
    public string Operation { get; }

    /// <summary>Gets the way in which the response differs.</summary>
    public ContractDriftKind Kind { get; }

    /// <summary>
    /// Gets the place in the response. For a property, the place is its path, such as <c>data[].provider.name</c>, where <c>[]</c> is any
    /// element of an array and <c>*</c> replaces a name that may be data. For an undocumented status, it is the status code, such as
    /// <c>202</c>. For the body as a whole, it is an empty string.
    /// </summary>
    public string Place { get; }
}
