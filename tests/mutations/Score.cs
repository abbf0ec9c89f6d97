// Scores a report of Stryker.NET for tests/mutations.sh. Prints the survivors that equivalent.txt does not list, and a line of totals.
// Fails if the tests detect less than the minimum percentage of the mutants that they reach.
//   dotnet run --file Score.cs -- PIECE ROOT PROJECT REPORT
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

const int MinimumPercent = 90;

if (args is not [var piece, var root, var project, var reportFile])
{
    Console.Error.WriteLine("Expected four arguments: PIECE ROOT PROJECT REPORT");
    return 2;
}

var equivalents = Equivalents(Path.Combine(root, "tests", "mutations", "equivalent.txt"));
var report = JsonNode.Parse(File.ReadAllText(reportFile))!;
Mutant[] mutants = [.. report["files"]!.AsObject().SelectMany(file => MutantsOf(Path.GetFullPath(file.Key, Path.Combine(root, project)), file.Value!))];
Mutant[] survived = [.. mutants.Where(mutant => mutant.Status == "Survived")];
Mutant[] undetected = [.. survived.Where(mutant => !IsEquivalent(mutant))];
foreach (var mutant in undetected.Concat(mutants.Where(mutant => mutant.Status == "NoCoverage" && !IsEquivalent(mutant))))
{
    Console.WriteLine($"{mutant.File}:{mutant.Line}: {(mutant.Status == "Survived" ? "survived" : "not covered")}, {mutant.Mutator}");
    Console.WriteLine($"  - {mutant.Code}");
    Console.WriteLine($"  + {mutant.ChangedCode}");
}

var killed = Count("Killed");
var timedOut = Count("Timeout");
var reached = killed + timedOut + undetected.Length;
var score = reached == 0 ? 100 : 100.0 * (killed + timedOut) / reached;
Console.WriteLine(FormattableString.Invariant(
    $"{piece}: {killed} killed, {timedOut} timed out, {undetected.Length} survived, {survived.Length - undetected.Length} equivalent, {Count("NoCoverage")} not covered; {score:0.0} % of the reached mutants detected"));
return score >= MinimumPercent ? 0 : 1;

int Count(string status) => mutants.Count(mutant => mutant.Status == status);

bool IsEquivalent(Mutant mutant) => equivalents.Contains((mutant.File, mutant.Code, mutant.ChangedCode)) || equivalents.Contains((mutant.File, mutant.Code, "*"));

IEnumerable<Mutant> MutantsOf(string path, JsonNode file)
{
    var lines = ((string)file["source"]!).ReplaceLineEndings("\n").Split('\n');
    return file["mutants"]!.AsArray().Select(mutant => new Mutant(
        Path.GetRelativePath(root, path).Replace('\\', '/'),
        (int)mutant!["location"]!["start"]!["line"]!,
        (string)mutant["mutatorName"]!,
        (string)mutant["status"]!,
        Words(CodeAt(lines, mutant["location"]!)),
        Words((string?)mutant["replacement"] ?? "")));
}

// Lines and columns start at 1. The end is after the last character.
static string CodeAt(string[] lines, JsonNode location)
{
    var (first, last) = ((int)location["start"]!["line"]!, (int)location["end"]!["line"]!);
    var (start, end) = ((int)location["start"]!["column"]! - 1, (int)location["end"]!["column"]! - 1);
    return first == last
        ? lines[first - 1][start..end]
        : string.Join('\n', [lines[first - 1][start..], .. lines[first..(last - 1)], lines[last - 1][..end]]);
}

static string Words(string code) => Regex.Replace(code, @"\s+", " ").Trim();

static HashSet<(string File, string Code, string ChangedCode)> Equivalents(string listFile)
{
    var equivalents = new HashSet<(string, string, string)>();
    var (file, code) = ("", "");
    foreach (var line in File.ReadLines(listFile))
    {
        switch (line)
        {
            case ['=', '=', ' ', .. var name]:
                file = name;
                break;
            case ['-', ' ', .. var original]:
                code = Words(original);
                break;
            case ['+', ' ', .. var changed]:
                equivalents.Add((file, code, Words(changed)));
                break;
        }
    }

    return equivalents;
}

internal sealed record Mutant(string File, int Line, string Mutator, string Status, string Code, string ChangedCode);
