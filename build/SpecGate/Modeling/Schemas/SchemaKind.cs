namespace Plannr.SpecGate.Modeling.Schemas;

/// <summary>The kind of C# type that a schema becomes.</summary>
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
