namespace Plannr.Runtime.Json;

/// <summary>What a <see cref="FieldVisitor"/> does with a field.</summary>
internal enum FieldTask
{
    Check,
    Get,
    Read,
    Write,
    Unset,
    ToToken,
}
