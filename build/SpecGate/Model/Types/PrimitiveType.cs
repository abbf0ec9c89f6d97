namespace Plannr.SpecGate.Model.Types;

/// <summary>A type of .NET.</summary>
internal sealed record PrimitiveType(Primitive Kind, bool IsNullable) : TypeModel(IsNullable)
{
    public override string CSharpName => Kind.CSharpName;

    public override string Label => Kind.Label;

    public override JsonKind JsonKind => Kind.JsonKind;

    public override string JsonFormat => "JsonFormats." + Kind.Format;

    public override bool IsValueType => Kind.IsValueType;

    public override bool HasKnownFormat => true;
}
