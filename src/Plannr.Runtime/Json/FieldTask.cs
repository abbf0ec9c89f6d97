namespace Plannr.Runtime.Json;

/// <summary>Specifies what a <see cref="FieldVisitor"/> does with a field.</summary>
internal enum FieldTask
{
    Check,
    Get,
    Read,
    Write,
    Unset,
    ToToken,
}
