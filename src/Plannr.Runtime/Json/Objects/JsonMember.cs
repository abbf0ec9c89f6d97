namespace Plannr.Runtime.Json;

/// <summary>A JSON property of a class.</summary>
/// <param name="property">The name of the C# property.</param>
/// <param name="name">The name in JSON.</param>
/// <param name="format">The format of the values.</param>
/// <param name="isReadOnly">Whether only the server sets the property, so that requests omit it.</param>
/// <param name="isRequired">Whether the contract requires the property in responses.</param>
internal sealed class JsonMember(string property, string name, JsonFormat format, bool isReadOnly, bool isRequired)
{
    public string Property => property;

    public string Name => name;

    public JsonFormat Format => format;

    public bool IsReadOnly => isReadOnly;

    public bool IsRequired => isRequired;
}
