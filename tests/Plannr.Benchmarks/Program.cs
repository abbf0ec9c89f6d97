using System.Globalization;
using Plannr.Benchmarks;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Report;
using Plannr.Benchmarks.SlowBodies;
using Plannr.Benchmarks.Soak;
using Plannr.Benchmarks.Updates;

// The program starts itself again in these two ways.
switch (args)
{
    case ["serve", var milliseconds]:
        await ApiProcess.RunAsync(TimeSpan.FromMilliseconds(Number(milliseconds)));
        return 0;
    case ["read-slow-bodies", var client, var server, var calls]:
        Console.WriteLine(await SlowBodyReader.ReadAsync(client, server == SlowBodySuite.SamePool ? null : new Uri(server), Number(calls)));
        return 0;
    default:
        break;
}

if (Command.Parse(args) is not { } command)
{
    Console.Error.WriteLine(Command.Usage);
    return 2;
}

Machine.Look();
var isGood = true;
foreach (var suite in command.Suites)
{
    var section = suite switch
    {
        Command.Updates => UpdateSuite.Run(command.IsQuick),
        Command.SlowBodies => await SlowBodySuite.RunAsync(command.Calls ?? (command.IsQuick ? 4 : 200)),
        _ => await SoakSuite.RunAsync(command.Calls ?? (command.IsQuick ? 20_000 : 100_000)),
    };
    Console.WriteLine($"\n{section.Markdown}");
    isGood &= section.IsGood;
    if (command.WritesReadme)
    {
        Readme.Replace(suite, section.Markdown);
    }
}

return isGood ? 0 : 1;

static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
