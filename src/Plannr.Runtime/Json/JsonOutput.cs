using Newtonsoft.Json;

namespace Plannr.Runtime.Json;

/// <summary>A JSON text that is being written.</summary>
/// <param name="writer">Writes it.</param>
/// <param name="isRequest">Whether it is sent, so that what is the server's is left out.</param>
internal sealed class JsonOutput(JsonWriter writer, bool isRequest)
{
    private object? _root;
    private List<object>? _open;

    public JsonWriter Writer => writer;

    public bool IsRequest => isRequest;

    /// <summary>Starts what has parts of its own.</summary>
    /// <exception cref="JsonSerializationException">It is part of itself, and so would never end.</exception>
    public void Enter(object container)
    {
        if (_root is null)
        {
            _root = container;
            return;
        }

        if (ReferenceEquals(_root, container) || _open?.Exists(o => ReferenceEquals(o, container)) == true)
        {
            throw new JsonSerializationException("A value refers to itself.");
        }

        (_open ??= []).Add(container);
    }

    /// <summary>Ends what was started last.</summary>
    public void Leave()
    {
        if (_open is { Count: > 0 })
        {
            _open.RemoveAt(_open.Count - 1);
        }
        else
        {
            _root = null;
        }
    }
}
