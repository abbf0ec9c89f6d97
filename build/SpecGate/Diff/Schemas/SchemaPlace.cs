using Plannr.SpecGate.Diff.Changes;

namespace Plannr.SpecGate.Diff.Schemas;

/// <summary>A place where a schema is used, which decides the impact of its changes.</summary>
/// <param name="Comparison">Receives the changes.</param>
/// <param name="Where">The operation.</param>
/// <param name="Place">The place in the operation.</param>
/// <param name="IsRequest">Whether callers send the value; otherwise they receive it.</param>
internal sealed record SchemaPlace(Comparison Comparison, string Where, string Place, bool IsRequest)
{
    public string Direction => IsRequest ? "request" : "response";

    /// <summary>Returns whether a property with this schema is part of the request or response.</summary>
    public bool Carries(SchemaView property) => !property.Is(IsRequest ? "readOnly" : "writeOnly");

    public void Add(string id, Impact impact, string path, string message, SchemaView at)
        => Comparison.Add(id, impact, Where,
            $"{Place}{(path.Length > 0 ? $" '{path}'" : "")}: {message}", at.Source.File, at.Node);

    /// <summary>Adds a change that is breaking if callers may send fewer values, or may receive more.</summary>
    public void AddLimit(string id, bool isTighter, string path, string message, SchemaView at)
        => Add(id, isTighter == IsRequest ? Impact.Breaking : Impact.Compatible, path, message, at);
}
