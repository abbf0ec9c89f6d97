using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff;

/// <summary>Compares the parameters of an operation.</summary>
internal sealed class ParameterDiff(Comparison comparison, string where)
{
    public void Compare(Operation old, Operation now)
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

    /// <summary>Puts what moved to another place (query to header) under its new key.</summary>
    private static Dictionary<string, Located> FollowMoves(Dictionary<string, Located> before, Dictionary<string, Located> after)
    {
        var arrived = after.Where(a => !before.ContainsKey(a.Key)).ToList();
        var followed = new Dictionary<string, Located>(StringComparer.Ordinal);
        foreach (var (key, parameter) in before)
        {
            var target = after.ContainsKey(key) ? default : arrived.FirstOrDefault(a => a.Value.Node.Text("name") == parameter.Node.Text("name") && !followed.ContainsKey(a.Key));
            followed.Add(target.Key ?? key, parameter);
        }

        return followed;
    }

    private static string Describe(Located parameter) => $"{parameter.Node.Text("in")} parameter '{parameter.Node.Text("name")}'";

    private static bool IsTrue(Located parameter, string key) => parameter.Node.Text(key) == "true";

    private void Add(Located parameter)
    {
        var isRequired = IsTrue(parameter, "required");
        comparison.Add(isRequired ? "new-required-request-parameter" : "new-optional-request-parameter", isRequired ? Impact.Breaking : Impact.Compatible, where,
            $"The {Describe(parameter)} was added.", parameter.File, parameter.Node);
    }

    private void Compare(Located old, Located now)
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
                $"The {what} may {(isAllowed ? "be empty now" : "not be empty any more")}.");
        }

        var (before, after) = (Value.Of(comparison.Old, old), Value.Of(comparison.New, now));
        CompareSerialization(old, before, now, after, Add);
        new SchemaDiff(new SchemaPlace(comparison, where, what, IsRequest: true)).Compare(before.Schema, after.Schema);

        void Add(string id, Impact impact, string message) => comparison.Add(id, impact, where, message, now.File, now.Node);
    }

    private static void CompareSerialization(Located old, Value before, Located now, Value after, Action<string, Impact, string> add)
    {
        var what = Describe(now);
        if (old.Node.Text("in") != now.Node.Text("in"))
        {
            add("request-parameter-moved", Impact.Breaking, $"The {what} was a {old.Node.Text("in")} parameter.");
            return;
        }

        if (before.MediaType != after.MediaType)
        {
            add("request-parameter-serialization-changed", Impact.Breaking, $"The {what} is written {after.Way} now, and was {before.Way}.");
            return;
        }

        if (after.MediaType is not null)
        {
            return;
        }

        var (from, to) = (Serialization.Of(old.Node, old.Node.Text("in")), Serialization.Of(now.Node, now.Node.Text("in")));
        if (from.Style != to.Style)
        {
            add("request-parameter-style-changed", Impact.Breaking, $"The {what} changed its style from {from.Style} to {to.Style}.");
        }

        if (from.IsExploded != to.IsExploded)
        {
            // A single value is written in the same way with and without it.
            add("request-parameter-style-changed", before.IsSingle && after.IsSingle ? Impact.Compatible : Impact.Breaking, $"The {what} changed its explode from {Word(from.IsExploded)} to {Word(to.IsExploded)}.");
        }

        if (from.AllowsReserved != to.AllowsReserved && now.Node.Text("in") == "query")
        {
            add("request-parameter-allow-reserved-changed", Impact.Risky, $"The {what} is written {(to.AllowsReserved ? "without" : "with")} reserved characters escaped.");
        }

        static string Word(bool value) => value ? "true" : "false";
    }

    /// <summary>What a parameter holds: a schema written by its style, or content of a media type.</summary>
    private sealed record Value(SchemaView? Schema, string? MediaType)
    {
        public string Way => MediaType is null ? "by its style" : $"as {MediaType}";

        public bool IsSingle => Schema is { IsUnion: false, Type: "string" or "integer" or "number" or "boolean" };

        public static Value Of(OpenApiContract contract, Located parameter)
            => parameter.Node.Map("content")?.Entries is [var media, ..]
                ? new Value(SchemaView.Of(contract, (media.Value as SourceMap)?["schema"], parameter.File), media.Key.Text)
                : new Value(SchemaView.Of(contract, parameter.Node["schema"], parameter.File), null);
    }
}
