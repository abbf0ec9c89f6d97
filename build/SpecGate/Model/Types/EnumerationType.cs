namespace Plannr.SpecGate.Model.Types;

/// <summary>An enumeration of the contract.</summary>
internal sealed record EnumerationType(string Name, Primitive Value, bool IsNullable) : TypeModel(IsNullable)
{
    public override string CSharpName => Name;

    public override string Label => Name;

    public override JsonKind JsonKind => Value.JsonKind;

    public override string JsonFormat => $"JsonFormats.EnumerationOf<{Name}, {Value.CSharpName}>()";

    public override bool IsValueType => true;
}
