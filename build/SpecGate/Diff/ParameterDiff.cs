using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff;

/// <summary>Compares the parameters of an operation, and the arguments that they become in C#.</summary>
internal sealed class ParameterDiff(Comparison comparison, string where)
{
    public void Compare(Operation old, Operation now)
    {
        var after = now.Parameters(comparison.New);
        var before = FollowMoves(old.Parameters(comparison.Old), after);
        var (oldSignature, signature) = (new Signature(before, old.RequestBody(comparison.Old)), new Signature(after, now.RequestBody(comparison.New)));
        foreach (var (key, parameter) in after)
        {
            if (before.TryGetValue(key, out var earlier))
            {
                Compare(earlier, parameter);
            }
            else
            {
                Add(parameter, isInMiddle: signature.StandsBeforeOneOf(key, oldSignature));
            }
        }

        foreach (var gone in before.Where(p => !after.ContainsKey(p.Key)).Select(p => p.Value))
        {
            comparison.Add("request-parameter-removed", Impact.Risky, Impact.Breaking, where, $"The {Describe(gone)} was removed.", gone.File, gone.Node);
        }

        if (!signature.HasOrderOf(oldSignature))
        {
            comparison.Add("argument-order-changed", Impact.None, Impact.Breaking, where,
                $"The arguments of the method changed their order from ({oldSignature.NamesSharedWith(signature)}) to ({signature.NamesSharedWith(oldSignature)}); code that passes them by position breaks, or passes the wrong ones.", now.File, now.Method);
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

    private void Add(Located parameter, bool isInMiddle)
    {
        if (IsTrue(parameter, "required"))
        {
            comparison.Add("new-required-request-parameter", Impact.Breaking, Impact.Breaking, where, $"The {Describe(parameter)} was added.", parameter.File, parameter.Node);
        }
        else
        {
            comparison.Add("new-optional-request-parameter", Impact.Compatible, isInMiddle ? Impact.Breaking : Impact.Risky, where,
                $"The {Describe(parameter)} was added{(isInMiddle ? "; its argument stands before others, which code may pass by position" : "")}.", parameter.File, parameter.Node);
        }
    }

    private void Compare(Located old, Located now)
    {
        var what = Describe(now);
        var isRequired = IsTrue(now, "required");
        if (old.Node.Text("name") != now.Node.Text("name"))
        {
            Add("path-parameter-renamed", Impact.None, Impact.Risky, $"The {what} was named '{old.Node.Text("name")}'; code that names its arguments breaks.");
        }

        if (isRequired != IsTrue(old, "required"))
        {
            Add(isRequired ? "request-parameter-became-required" : "request-parameter-became-optional", isRequired ? Impact.Breaking : Impact.Compatible,
                isRequired ? Impact.Breaking : Impact.Risky, $"The {what} became {(isRequired ? "required" : "optional")}.");
        }

        if (IsTrue(old, "deprecated") != IsTrue(now, "deprecated"))
        {
            Add(IsTrue(now, "deprecated") ? "request-parameter-deprecated" : "request-parameter-reactivated", Impact.Compatible, Impact.None,
                $"The {what} is {(IsTrue(now, "deprecated") ? "" : "no longer ")}deprecated.");
        }

        if (IsTrue(old, "allowEmptyValue") != IsTrue(now, "allowEmptyValue"))
        {
            var isAllowed = IsTrue(now, "allowEmptyValue");
            Add(isAllowed ? "request-parameter-empty-value-allowed" : "request-parameter-empty-value-forbidden", isAllowed ? Impact.Compatible : Impact.Breaking, Impact.None,
                $"The {what} may {(isAllowed ? "be empty now" : "not be empty any more")}.");
        }

        var (before, after) = (Value.Of(comparison.Old, old), Value.Of(comparison.New, now));
        CompareSerialization(old, before, now, after, Add);
        new SchemaDiff(new SchemaPlace(comparison, where, what, IsRequest: true)).Compare(before.Schema, after.Schema);

        void Add(string id, Impact callers, Impact cSharp, string message) => comparison.Add(id, callers, cSharp, where, message, now.File, now.Node);
    }

    private static void CompareSerialization(Located old, Value before, Located now, Value after, Action<string, Impact, Impact, string> add)
    {
        var what = Describe(now);
        if (old.Node.Text("in") != now.Node.Text("in"))
        {
            add("request-parameter-moved", Impact.Breaking, Impact.None, $"The {what} was a {old.Node.Text("in")} parameter.");
            return;
        }

        if (before.MediaType != after.MediaType)
        {
            add("request-parameter-serialization-changed", Impact.Breaking, Impact.None, $"The {what} is written {after.Way} now, and was {before.Way}.");
            return;
        }

        if (after.MediaType is not null)
        {
            return;
        }

        var (from, to) = (Serialization.Of(old.Node, old.Node.Text("in")), Serialization.Of(now.Node, now.Node.Text("in")));
        if (from.Style != to.Style)
        {
            add("request-parameter-style-changed", Impact.Breaking, Impact.None, $"The {what} changed its style from {from.Style} to {to.Style}.");
        }

        if (from.IsExploded != to.IsExploded)
        {
            // A single value is written in the same way with and without it.
            add("request-parameter-style-changed", before.IsSingle && after.IsSingle ? Impact.Compatible : Impact.Breaking, Impact.None, $"The {what} changed its explode from {Word(from.IsExploded)} to {Word(to.IsExploded)}.");
        }

        if (from.AllowsReserved != to.AllowsReserved && now.Node.Text("in") == "query")
        {
            add("request-parameter-allow-reserved-changed", Impact.Risky, Impact.None, $"The {what} is written {(to.AllowsReserved ? "without" : "with")} reserved characters escaped.");
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
