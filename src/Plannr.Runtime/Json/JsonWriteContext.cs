using Newtonsoft.Json;

namespace Plannr.Runtime.Json;

/// <summary>The state of a JSON text that is being written. It detects circular references.</summary>
/// <param name="writer">The writer.</param>
/// <param name="isRequest">Whether the JSON is the body of a request, which omits read-only properties.</param>
internal sealed class JsonWriteContext(JsonWriter writer, bool isRequest)
{
    private object? _root;
    private List<object>? _open;

    public JsonWriter Writer => writer;

    public bool IsRequest => isRequest;

    /// <summary>Enters an object or a list.</summary>
    /// <exception cref="JsonSerializationException">The object or list contains itself.</exception>
    public void Enter(object container)
    {
        if (_root is null)
        {
            _root = container;
            return;
        }

        if (ReferenceEquals(_root, container) || _open?.Exists(o => ReferenceEquals(o, container)) == true)
        {
            throw new JsonSerializationException("A value contains a reference to itself.");
        }

        (_open ??= []).Add(container);
    }

    /// <summary>Leaves the object or list that was entered last, unless it is the first.</summary>
    public void Leave()
    {
        if (_open is { Count: > 0 })
        {
            _open.RemoveAt(_open.Count - 1);
        }
    }
}
