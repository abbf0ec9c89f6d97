namespace Plannr.SpecGate.Modeling;

/// <summary>What becomes of a schema in C#.</summary>
internal enum SchemaKind
{
    /// <summary>Any JSON.</summary>
    Any,
    Primitive,

    /// <summary>Bytes that are not part of JSON.</summary>
    File,
    Array,
    Dictionary,
    Enum,
    Class,

    /// <summary>One of several types.</summary>
    Union,
}
