using System.CommandLine;
using Plannr.Cli.Commands;
using Plannr.Cli.Completions;

namespace Plannr.Cli.Contracts;

/// <summary><c>plannr contract</c></summary>
internal static class ContractCommand
{
    public static Command Create() => new DocumentedCommand(
        "contract",
        "Show, check and compare OpenAPI contracts of the API.",
        "plannr contract show",
        "plannr contract verify --sandbox")
    {
        ContractShowCommand.Create(),
        ContractLintCommand.Create(),
        ContractDiffCommand.Create(),
        ContractVerifyCommand.Create(),
    };

    /// <summary>Creates an argument for a contract's file, which must exist.</summary>
    public static Argument<string> File(string name, string description)
    {
        var file = new Argument<string>(name) { Description = description }.CompletesFiles();
        file.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var path }] && !System.IO.File.Exists(path))
            {
                result.AddError($"There is no file {path}. Pass a contract in YAML or JSON; 'plannr contract show' prints one.");
            }
        });
        return file;
    }
}
