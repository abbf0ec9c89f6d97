namespace Plannr.SpecGate.Model.Types;

/// <summary>Any JSON.</summary>
internal sealed record AnyType(bool IsNullable) : TypeModel(IsNullable)
{
    public override string CSharpName => "JToken";

    public override string Label => "Any";

    public override JsonKind JsonKind => JsonKind.None;

    public override string JsonFormat => "JsonFormats.Any";

    public override bool HasKnownFormat => true;
}
