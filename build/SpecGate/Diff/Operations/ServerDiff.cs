using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff.Operations;

/// <summary>Compares the servers of the contract, and those of operations with servers of their own.</summary>
internal sealed class ServerDiff(Comparison comparison)
{
    public void Compare()
    {
        Compare(new Place("servers", comparison.Old.Main, comparison.New.Main), ComparedOperation.Servers(comparison.Old.Root), ComparedOperation.Servers(comparison.New.Root));
    }

    /// <summary>Compares the servers of an operation if it or its path has servers of its own.</summary>
    public void Compare(ComparedOperation old, ComparedOperation now)
    {
        if (old.OwnServers is not [] || now.OwnServers is not [])
        {
            Compare(new Place(now.Where, old.File, now.File), old.Servers(comparison.Old), now.Servers(comparison.New));
        }
    }

    private static SourceScalar Url(SourceMap server) => (SourceScalar)server["url"]!;

    private static bool Holds(IEnumerable<SourceMap> servers, SourceMap server) => servers.Any(s => Url(s).Text == Url(server).Text);

    private void Compare(Place place, IReadOnlyList<SourceMap> before, IReadOnlyList<SourceMap> after)
    {
        if (before is [var old, ..] && after is [var now, ..] && Url(old).Text != Url(now).Text && Holds(before, now) && Holds(after, old))
        {
            comparison.Add("server-default-changed", Impact.Risky, place.Where, $"The first server, which is the client's default, changed from {Url(old).Text} to {Url(now).Text}.", place.NewFile, Url(now));
        }

        foreach (var removed in before.Where(b => !Holds(after, b)))
        {
            comparison.Add("server-removed", Impact.Risky, place.Where, $"The server {Url(removed).Text} was removed.", place.OldFile, Url(removed));
        }

        foreach (var server in after)
        {
            if (before.FirstOrDefault(b => Url(b).Text == Url(server).Text) is { } earlier)
            {
                CompareVariables(place, earlier, server);
            }
            else
            {
                comparison.Add("server-added", Impact.Compatible, place.Where, $"The server {Url(server).Text} was added.", place.NewFile, Url(server));
            }
        }
    }

    private void CompareVariables(Place place, SourceMap old, SourceMap now)
    {
        foreach (var variable in now.Map("variables")?.Entries ?? [])
        {
            var what = $"{Url(now).Text}: The variable '{variable.Key.Text}'";
            if (old.Map("variables")?[variable.Key.Text] is not SourceMap before || variable.Value is not SourceMap after)
            {
                comparison.Add("server-variable-added", Impact.Risky, place.Where, $"{what} was added.", place.NewFile, variable.Key);
                continue;
            }

            if (before.Text("default") != after.Text("default"))
            {
                comparison.Add("server-variable-default-changed", Impact.Risky, place.Where,
                    $"{what} changed its default from '{before.Text("default")}' to '{after.Text("default")}'; callers that do not set it use another server.", place.NewFile, variable.Key);
            }

            CompareValues(place, what, variable.Key, Values(before), Values(after));
        }

        foreach (var gone in old.Map("variables")?.Entries.Where(v => now.Map("variables")?.Has(v.Key.Text) != true) ?? [])
        {
            comparison.Add("server-variable-removed", Impact.Risky, place.Where, $"{Url(old).Text}: The variable '{gone.Key.Text}' was removed.", place.OldFile, gone.Key);
        }

        static List<string> Values(SourceMap variable) => [.. variable.List("enum").OfType<SourceScalar>().Select(s => s.Text)];
    }

    private void CompareValues(Place place, string what, SourceNode at, List<string> before, List<string> after)
    {
        if (before.Count > 0 != after.Count > 0)
        {
            var isOpen = after.Count == 0;
            comparison.Add(isOpen ? "server-variable-enum-removed" : "server-variable-enum-added", isOpen ? Impact.Compatible : Impact.Risky, place.Where,
                isOpen ? $"{what} now allows any value." : $"{what} now only allows {string.Join(", ", after)}.", place.NewFile, at);
            return;
        }

        foreach (var removed in before.Except(after))
        {
            comparison.Add("server-variable-enum-value-removed", Impact.Risky, place.Where, $"{what} no longer allows '{removed}'.", place.NewFile, at);
        }

        foreach (var added in after.Except(before))
        {
            comparison.Add("server-variable-enum-value-added", Impact.Compatible, place.Where, $"{what} now also allows '{added}'.", place.NewFile, at);
        }
    }

    private sealed record Place(string Where, SourceFile OldFile, SourceFile NewFile);
}
