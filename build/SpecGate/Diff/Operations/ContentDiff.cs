using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Diff.Schemas;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff.Operations;

/// <summary>Compares the media types of a body, and their schemas.</summary>
internal sealed class ContentDiff(Comparison comparison, string where, string place, bool isRequest)
{
    private string Direction => isRequest ? "request-body" : "response";

    /// <summary>Compares two request bodies or two responses.</summary>
    /// <param name="old">The earlier one.</param>
    /// <param name="now">The later one.</param>
    public void Compare(ContractObject old, ContractObject now)
    {
        var (before, after) = (old.Node.Map("content")?.Entries ?? [], now.Node.Map("content")?.Entries ?? []);
        foreach (var type in after)
        {
            if (before.FirstOrDefault(b => IsSame(b, type))?.Value is not SourceMap earlier)
            {
                comparison.Add($"{Direction}-media-type-added", Impact.Compatible, where, $"{place}: The media type {type.Key.Text} was added.", now.File, type.Key);
            }
            else if (type.Value is SourceMap media)
            {
                CompareMedia(old, earlier, now, media);
            }
        }

        foreach (var type in before.Where(b => !after.Any(a => IsSame(a, b))))
        {
            comparison.Add($"{Direction}-media-type-removed", Impact.Breaking, where, $"{place}: The media type {type.Key.Text} was removed.", old.File, type.Key);
        }
    }

    // UTF-8 is the default of JSON and text, so charset=utf-8 makes no difference.
    private static bool IsSame(SourceEntry one, SourceEntry other) => MediaTypes.WithoutUtf8(one.Key.Text) == MediaTypes.WithoutUtf8(other.Key.Text);

    private void CompareMedia(ContractObject old, SourceMap before, ContractObject now, SourceMap after)
    {
        var (oldSchema, schema) = (SchemaView.Of(comparison.Old, before["schema"], old.File), SchemaView.Of(comparison.New, after["schema"], now.File));
        new SchemaDiff(new SchemaPlace(comparison, where, place, isRequest)).Compare(oldSchema, schema);
        if (isRequest && oldSchema is not null && schema is not null)
        {
            EncodingDiff.Compare(comparison, where, place, (before, oldSchema), (after, schema), now.File);
        }
    }
}
