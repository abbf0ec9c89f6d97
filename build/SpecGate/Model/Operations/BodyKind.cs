namespace Plannr.SpecGate.Model.Operations;

/// <summary>How a body is written and read.</summary>
internal enum BodyKind
{
    Json,
    Text,
    File,

    /// <summary><c>application/x-www-form-urlencoded</c>, only in requests.</summary>
    Form,

    /// <summary><c>multipart/form-data</c>, only in requests.</summary>
    Multipart,
}
