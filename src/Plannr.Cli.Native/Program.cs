using Plannr.Cli;
using Plannr.Cli.Commands;

var root = PlannrCommand.Create();
return NativeCommands.Include(root, args) ? await CommandLineProgram.RunAsync(root, "plannr", args) : ManagedProgram.Run(args);
