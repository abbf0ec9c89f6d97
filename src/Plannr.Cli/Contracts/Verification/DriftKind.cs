namespace Plannr.Cli.Contracts.Verification;

/// <summary>The way in which a response differs from the contract.</summary>
internal enum DriftKind
{
    /// <summary>The contract does not document the status.</summary>
    UndocumentedStatus,

    /// <summary>The contract does not document the media type of the body.</summary>
    UndocumentedMediaType,

    /// <summary>The contract does not document the header, and HTTP does not either.</summary>
    UndocumentedHeader,

    /// <summary>The contract requires a header that the response does not have.</summary>
    MissingHeader,

    /// <summary>The contract documents a body, and the response has none.</summary>
    MissingBody,

    /// <summary>The response has a body that cannot be read as JSON, or a body where its status allows none.</summary>
    InvalidBody,

    /// <summary>The contract does not name the property.</summary>
    UnknownAttribute,

    /// <summary>The contract requires a property that the object does not have.</summary>
    MissingAttribute,

    /// <summary>The value is not of the type that the contract says.</summary>
    WrongType,

    /// <summary>The text does not have the format that the contract says.</summary>
    WrongFormat,

    /// <summary>The contract does not name the value of the enumeration.</summary>
    UnknownValue,

    /// <summary>The value breaks another rule of the contract, such as a maximum length.</summary>
    BrokenRule,
}
