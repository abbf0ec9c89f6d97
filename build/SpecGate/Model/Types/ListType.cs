namespace Plannr.SpecGate.Model.Types;

/// <summary>A list.</summary>
internal sealed record ListType(TypeModel Item, bool IsNullable) : TypeModel(IsNullable)
{
    public override string CSharpName => $"IList<{Item.PartName}>";

    public override string Label => Item.Label + "List";

    public override JsonKind JsonKind => JsonKind.Array;

    public override string JsonFormat => $"JsonFormats.ListOf({Item.PartFormat})";

    public override string ArgumentName => $"IEnumerable<{Item.PartName}>";

    public override string ArgumentFormat => $"JsonFormats.SequenceOf({Item.PartFormat})";
}
