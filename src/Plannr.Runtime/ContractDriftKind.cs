namespace Plannr.Generated;

/// <summary>The way in which a response differs from the contract.</summary>
public enum ContractDriftKind
{
    /// <summary>An object has a property that the contract does not name. The client keeps it.</summary>
    UnknownProperty,

    /// <summary>An object does not have a property that the contract requires.</summary>
    MissingProperty,

    /// <summary>The client cannot read the response at this place, because the value does not have the type or format in the contract, or the JSON is not complete.</summary>
    InvalidValue,

    /// <summary>The contract does not name the value of an enumeration or a discriminator. The client keeps it.</summary>
    UnknownValue,

    /// <summary>The contract does not document the status of the response.</summary>
    UndocumentedStatus,

    /// <summary>The body of a success response is missing or too large, or is not JSON although the contract specifies JSON.</summary>
    InvalidBody,
}
