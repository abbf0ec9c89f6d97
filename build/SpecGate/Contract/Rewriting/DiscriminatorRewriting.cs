using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract.Rewriting;

/// <summary>
/// Moves the discriminator of an inline part of <c>allOf</c> to the schema itself, because subtypes inherit from the schema and not
/// from the part. Microsoft Graph describes its types in this way.
/// </summary>
internal static class DiscriminatorRewriting
{
    private const string Key = "discriminator";

    /// <summary>Returns whether a schema may have a discriminator to move.</summary>
    public static bool MayApply(SourceMap schema) => !schema.Has(Key) && schema.List("allOf").Any(IsDiscriminated);

    public static void Apply(SchemaDraft draft)
    {
        if (draft.Has(Key) || draft.Entry("allOf") is not { Value: SourceList parts } allOf || parts.Items.OfType<SourceMap>().Where(IsDiscriminated).ToArray() is not [var part])
        {
            return;
        }

        var discriminator = part.Entry(Key)!;
        var rest = new SourceMap([.. part.Entries.Where(e => e != discriminator)], part.Start);
        draft.Set("allOf", new SourceList([.. parts.Items.Select(i => ReferenceEquals(i, part) ? rest : i)], parts.Start), allOf.Key.Start);
        draft.Set(Key, discriminator.Value, discriminator.Key.Start);
        draft.Explain(discriminator.Key.Start, "The discriminator of the part of allOf is read as that of the schema.");
    }

    private static bool IsDiscriminated(SourceNode part) => part is SourceMap { Reference: null } map && map.Has(Key);
}
