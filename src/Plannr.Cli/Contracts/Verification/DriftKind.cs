namespace Plannr.Cli.Contracts.Verification;

/// <summary>The way in which a response differs from the contract.</summary>
internal enum DriftKind
{
    /// <summary>The contract does not document the status.</summary>
    UndocumentedStatus,

    /// <summary>The contract does not document the media type of the body.</summary>
    UndocumentedMediaType,

    /// <summary>Neither the contract nor HTTP documents the header.</summary>
    UndocumentedHeader,

    /// <summary>The contract requires a header that the response does not have.</summary>
    MissingHeader,

    /// <summary>The contract documents a body, but the response has none.</summary>
    MissingBody,

    /// <summary>The body is not valid JSON, or the status does not allow a body.</summary>
    InvalidBody,

    /// <summary>The contract does not name the property.</summary>
    UnknownAttribute,

    /// <summary>The contract requires a property that the object does not have.</summary>
    MissingAttribute,

    /// <summary>The value does not have the type in the contract.</summary>
    WrongType,

    /// <summary>The text does not have the format in the contract.</summary>
    WrongFormat,

    /// <summary>The contract does not name the value of the enumeration.</summary>
    UnknownValue,

    /// <summary>The value breaks another rule of the contract, such as a maximum length.</summary>
    BrokenRule,
}
