using Plannr.Cli;
using Plannr.Cli.Commands;

return await CommandLineProgram.RunAsync(AllCommands.Create(), "plannr", args.Length > 0 ? args : ["--help"]);
