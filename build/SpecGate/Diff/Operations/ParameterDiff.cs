using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Diff.Schemas;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff.Operations;

/// <summary>Compares the parameters of an operation.</summary>
internal sealed class ParameterDiff(Comparison comparison, string where)
{
    public void Compare(ComparedOperation old, ComparedOperation now)
    {
        var after = now.Parameters(comparison.New);
        var before = FollowMoves(old.Parameters(comparison.Old), after);
        foreach (var (key, parameter) in after)
        {
            if (before.TryGetValue(key, out var earlier))
            {
                Compare(earlier, parameter);
            }
            else
            {
                Add(parameter);
            }
        }

        foreach (var gone in before.Where(p => !after.ContainsKey(p.Key)).Select(p => p.Value))
        {
            comparison.Add("request-parameter-removed", Impact.Risky, where, $"The {Describe(gone)} was removed.", gone.File, gone.Node);
        }
    }

    /// <summary>Returns the old parameters, with those that moved to another location (such as query to header) under their new keys.</summary>
    private static Dictionary<string, ContractObject> FollowMoves(Dictionary<string, ContractObject> before, Dictionary<string, ContractObject> after)
    {
        var arrived = after.Where(a => !before.ContainsKey(a.Key)).ToList();
        var followed = new Dictionary<string, ContractObject>(StringComparer.Ordinal);
        foreach (var (key, parameter) in before)
        {
            var target = after.ContainsKey(key) ? default : arrived.FirstOrDefault(a => a.Value.Node.Text("name") == parameter.Node.Text("name") && !followed.ContainsKey(a.Key));
            followed.Add(target.Key ?? key, parameter);
        }

        return followed;
    }

    private static string Describe(ContractObject parameter) => $"{parameter.Node.Text("in")} parameter '{parameter.Node.Text("name")}'";

    private static bool IsTrue(ContractObject parameter, string key) => parameter.Node.Text(key) == "true";

    private void Add(ContractObject parameter)
    {
        var isRequired = IsTrue(parameter, "required");
        comparison.Add(isRequired ? "new-required-request-parameter" : "new-optional-request-parameter", isRequired ? Impact.Breaking : Impact.Compatible, where,
            $"The {Describe(parameter)} was added.", parameter.File, parameter.Node);
    }

    private void Compare(ContractObject old, ContractObject now)
    {
        var what = Describe(now);
        var isRequired = IsTrue(now, "required");
        if (isRequired != IsTrue(old, "required"))
        {
            Add(isRequired ? "request-parameter-became-required" : "request-parameter-became-optional", isRequired ? Impact.Breaking : Impact.Compatible,
                $"The {what} became {(isRequired ? "required" : "optional")}.");
        }

        if (IsTrue(old, "deprecated") != IsTrue(now, "deprecated"))
        {
            Add(IsTrue(now, "deprecated") ? "request-parameter-deprecated" : "request-parameter-reactivated", Impact.Compatible,
                $"The {what} is {(IsTrue(now, "deprecated") ? "" : "no longer ")}deprecated.");
        }

        if (IsTrue(old, "allowEmptyValue") != IsTrue(now, "allowEmptyValue"))
        {
            var isAllowed = IsTrue(now, "allowEmptyValue");
            Add(isAllowed ? "request-parameter-empty-value-allowed" : "request-parameter-empty-value-forbidden", isAllowed ? Impact.Compatible : Impact.Breaking,
                $"The {what} can {(isAllowed ? "now" : "no longer")} be empty.");
        }

        var (before, after) = (Value.Of(comparison.Old, old), Value.Of(comparison.New, now));
        CompareSerialization(old, before, now, after, Add);
        new SchemaDiff(new SchemaPlace(comparison, where, what, IsRequest: true)).Compare(before.Schema, after.Schema);

        void Add(string id, Impact impact, string message) => comparison.Add(id, impact, where, message, now.File, now.Node);
    }

    private static void CompareSerialization(ContractObject old, Value before, ContractObject now, Value after, Action<string, Impact, string> add)
    {
        var what = Describe(now);
        if (old.Node.Text("in") != now.Node.Text("in"))
        {
            add("request-parameter-moved", Impact.Breaking, $"The {what} was a {old.Node.Text("in")} parameter before.");
            return;
        }

        if (before.MediaType != after.MediaType)
        {
            add("request-parameter-serialization-changed", Impact.Breaking, $"The {what} is now written {after.Way}, not {before.Way}.");
            return;
        }

        if (after.MediaType is not null)
        {
            return;
        }

        var (from, to) = (Serialization.Of(old.Node, old.Node.Text("in")), Serialization.Of(now.Node, now.Node.Text("in")));
        if (from.Style != to.Style)
        {
            add("request-parameter-style-changed", Impact.Breaking, $"The style of the {what} changed from {from.Style} to {to.Style}.");
        }

        if (from.IsExploded != to.IsExploded)
        {
            // A single value is written in the same way with explode and without.
            add("request-parameter-style-changed", before.IsSingle && after.IsSingle ? Impact.Compatible : Impact.Breaking, $"The value of explode of the {what} changed from {Word(from.IsExploded)} to {Word(to.IsExploded)}.");
        }

        if (from.AllowsReserved != to.AllowsReserved && now.Node.Text("in") == "query")
        {
            add("request-parameter-allow-reserved-changed", Impact.Risky, $"Reserved characters in the {what} are {(to.AllowsReserved ? "no longer" : "now")} escaped.");
        }

        static string Word(bool value) => value ? "true" : "false";
    }

    /// <summary>The value of a parameter: a schema that is written in a style, or content of a media type.</summary>
    private sealed record Value(SchemaView? Schema, string? MediaType)
    {
        public string Way => MediaType is null ? "in a style" : $"as {MediaType}";

        public bool IsSingle => Schema is { IsUnion: false, Type: "string" or "integer" or "number" or "boolean" };

        public static Value Of(OpenApiContract contract, ContractObject parameter)
            => parameter.Node.Map("content")?.Entries is [var media, ..]
                ? new Value(SchemaView.Of(contract, (media.Value as SourceMap)?["schema"], parameter.File), media.Key.Text)
                : new Value(SchemaView.Of(contract, parameter.Node["schema"], parameter.File), null);
    }
}
