namespace Plannr.SpecGate.Diff;

/// <summary>Where a schema is met, and what a change of it means there.</summary>
/// <param name="Comparison">What the changes are added to.</param>
/// <param name="Where">The operation.</param>
/// <param name="Place">The place in the operation.</param>
/// <param name="IsRequest">Whether callers send it, or receive it.</param>
internal sealed record SchemaPlace(Comparison Comparison, string Where, string Place, bool IsRequest)
{
    public string Direction => IsRequest ? "request" : "response";

    /// <summary>Whether a property with this schema travels here.</summary>
    public bool Carries(SchemaView property) => !property.Is(IsRequest ? "readOnly" : "writeOnly");

    public void Add(string id, Impact impact, string path, string message, SchemaView at)
        => Comparison.Add(id, impact, Where,
            $"{Place}{(path.Length > 0 ? $" '{path}'" : "")}: {message}", at.Located.File, at.Node);

    /// <summary>Adds a change that is one for callers if it narrows what they may send, or widens what they may receive.</summary>
    public void AddLimit(string id, bool isTighter, string path, string message, SchemaView at)
        => Add(id, isTighter == IsRequest ? Impact.Breaking : Impact.Compatible, path, message, at);
}
