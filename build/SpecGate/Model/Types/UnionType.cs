namespace Plannr.SpecGate.Model.Types;

/// <summary>A union of the contract.</summary>
internal sealed record UnionType(string Name, bool IsNullable) : TypeModel(IsNullable)
{
    public override string CSharpName => Name;

    public override string Label => Name;

    public override JsonKind JsonKind => JsonKind.None;

    public override string JsonFormat => $"JsonFormats.UnionOf(json => new {Name}(json))";
}
