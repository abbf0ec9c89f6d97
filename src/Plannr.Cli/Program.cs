using Plannr.Cli.Commands;

return await CommandLineProgram.RunAsync(PlannrCommand.Create(), "plannr", args.Length > 0 ? args : ["--help"]);
