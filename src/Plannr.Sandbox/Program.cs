using System.CommandLine;
using Plannr.Sandbox.CommandLine;

var sandbox = new RootCommand();
SandboxCommand.Describe(sandbox, "sandbox");
return await CommandLineProgram.RunAsync(sandbox, "sandbox", args);
