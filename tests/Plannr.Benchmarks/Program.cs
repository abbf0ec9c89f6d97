using System.Globalization;
using Plannr.Benchmarks;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Calls;
using Plannr.Benchmarks.Peers;
using Plannr.Benchmarks.Report;
using Plannr.Benchmarks.SlowBodies;
using Plannr.Benchmarks.Soak;
using Plannr.Benchmarks.Throughput;

switch (args)
{
    case [ThisProgram.ServeRole, var milliseconds]:
        await ApiProcess.RunAsync(TimeSpan.FromMilliseconds(Number(milliseconds)));
        return 0;
    case [ThisProgram.ReadRole, var name, var server, var calls]:
        Console.WriteLine(await SlowBodyReader.ReadAsync(MeasuredClient.Find(name)!, server == SlowBodySuite.SamePool ? null : new Uri(server), Number(calls)));
        return 0;
    case [ThisProgram.CallRole, var name, var server]:
        await Caller.RunAsync(MeasuredClient.Find(name)!, server == Caller.InMemory ? null : new Uri(server));
        return 0;
    case ["loop", var name, (Command.Update or Command.List) and var call, var seconds] when MeasuredClient.Find(name) is { } client && int.TryParse(seconds, out var time):
        await CallLoop.RunAsync(client, call == Command.List, TimeSpan.FromSeconds(time));
        return 0;
    default:
        break;
}

if (Command.Parse(args) is not { } command)
{
    Console.Error.WriteLine(Command.Usage);
    return 2;
}

Machine.ReadLoad();
var isGood = true;
string[] callSuites = [.. command.Suites.Where(s => s is Command.Updates or Command.List)];
if (callSuites.Length > 0)
{
    foreach (var section in CallSuite.Run(callSuites, command.Clients, command.IsQuick))
    {
        Report(section);
    }
}

foreach (var suite in command.Suites.Except(callSuites))
{
    Report(suite switch
    {
        Command.Throughput => await ThroughputSuite.RunAsync(command.Clients, command.IsQuick),
        Command.SlowBodies => await SlowBodySuite.RunAsync(command.Calls ?? (command.IsQuick ? 4 : 1_000)),
        _ => await SoakSuite.RunAsync(command.Calls ?? (command.IsQuick ? 20_000 : 100_000)),
    });
}

return isGood ? 0 : 1;

void Report(Section section)
{
    Console.WriteLine($"\n{section.Markdown}");
    isGood &= section.IsGood;
    if (command.WritesReadme)
    {
        Readme.Write(ThisProgram.ProjectFolder, section);
    }
    else
    {
        section.WriteCharts(Path.Combine(AppContext.BaseDirectory, "results"));
    }
}

static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
