namespace Plannr.Runtime.Json;

/// <summary>A JSON property of a class.</summary>
/// <param name="property">The name of the C# property.</param>
/// <param name="name">The name in JSON.</param>
/// <param name="format">How values are read and written.</param>
/// <param name="isReadOnly">Whether only the server sets it, so that it is never sent.</param>
internal sealed class JsonMember(string property, string name, JsonFormat format, bool isReadOnly)
{
    public string Property => property;

    public string Name => name;

    public JsonFormat Format => format;

    public bool IsReadOnly => isReadOnly;
}
