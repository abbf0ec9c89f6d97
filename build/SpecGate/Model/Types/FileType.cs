namespace Plannr.SpecGate.Model.Types;

/// <summary>A file: bytes that are not part of JSON, with a name and a media type.</summary>
internal sealed record FileType(bool IsNullable) : TypeModel(IsNullable)
{
    /// <summary>The runtime's class.</summary>
    public const string Name = "ApiFile";

    public override string CSharpName => Name;

    public override string Label => Name;

    public override JsonKind JsonKind => JsonKind.None;

    public override string JsonFormat => "JsonFormats.File";
}
