namespace Plannr.SpecGate.Model.Types;

/// <summary>The kind of JSON that a type is written as. The names are those of Newtonsoft's <c>JTokenType</c>.</summary>
internal enum JsonKind
{
    /// <summary>Any kind.</summary>
    None,
    String,
    Integer,
    Float,
    Boolean,
    Array,
    Object,
}
