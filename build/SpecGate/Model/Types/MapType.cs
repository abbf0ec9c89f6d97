namespace Plannr.SpecGate.Model.Types;

/// <summary>A dictionary whose keys are strings.</summary>
internal sealed record MapType(TypeModel Value, bool IsNullable) : TypeModel(IsNullable)
{
    public override string CSharpName => $"IDictionary<string, {Value.PartName}>";

    public override string Label => Value.Label + "Dictionary";

    public override JsonKind JsonKind => JsonKind.Object;

    public override string JsonFormat => $"JsonFormats.MapOf({Value.PartFormat})";
}
