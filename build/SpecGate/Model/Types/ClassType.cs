namespace Plannr.SpecGate.Model.Types;

/// <summary>A class of the contract.</summary>
internal sealed record ClassType(string Name, bool IsNullable) : TypeModel(IsNullable)
{
    public override string CSharpName => Name;

    public override string Label => Name;

    public override JsonKind JsonKind => JsonKind.Object;

    public override string JsonFormat => $"JsonFormats.ObjectOf<{Name}>()";
}
