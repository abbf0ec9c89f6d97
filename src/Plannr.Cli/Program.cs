using Plannr.Cli.Commands;
using Plannr.Sandbox.CommandLine;

return await CommandLineProgram.RunAsync(PlannrCommand.Create(), "plannr", args.Length > 0 ? args : ["--help"]);
