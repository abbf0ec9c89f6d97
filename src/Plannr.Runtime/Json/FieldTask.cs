namespace Plannr.Runtime.Json;

/// <summary>What a <see cref="FieldVisitor"/> does with a field.</summary>
internal enum FieldTask
{
    Get,
    Read,
    Write,
    Unset,
    ToToken,
}
