using System.Globalization;

namespace Plannr.Codegen.Costs;

/// <summary>The costs of large contracts, with each generator.</summary>
internal static class LargeCosts
{
    public static async Task<Section> MeasureAsync(BuildTree tree, IReadOnlyList<string> contracts)
    {
        var projects = new GeneratorProjects(tree);
        var rows = new List<string>();
        foreach (var contract in contracts)
        {
            foreach (var generator in Enum.GetValues<Generator>())
            {
                rows.Add($"| {Path.GetFileName(contract)} | {generator.ToString().ToLowerInvariant()} | {await RowAsync(projects, generator, contract)} |");
                Console.Error.WriteLine(rows[^1]);
            }
        }

        return new Section(Command.Large, $"""
            ### Large contracts

            {Machine.Line} One run each. Times are the processor times of all threads.

            | contract | generator | gate | generation | compiler | types | compiler per type | assembly | assembly per type | memory of gate, generation, compiler |
            | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            {string.Join('\n', rows)}

            "Ours" is the gate and NSwag with our templates. It leaves out operations that cannot be generated. "Stock" is NSwag with
            its own templates, and "kiota" is Kiota with its defaults. Types are the assembly's public types. The compiler runs in a
            separate process, without a compiler server.
            """, []);
    }

    // It is also a result that a generator does not support a contract, or that its code does not compile.
    private static async Task<string> RowAsync(GeneratorProjects projects, Generator generator, string contract)
    {
        try
        {
            var text = await File.ReadAllTextAsync(contract);
            var (programs, assembly) = await projects.MeasureProgramsAsync(generator, Path.GetFileNameWithoutExtension(contract), text, Path.GetExtension(contract));
            var compiler = programs.Compiler.Processor.TotalMilliseconds / assembly.Types;
            var kibibytes = assembly.Bytes / 1024.0;
            return string.Create(CultureInfo.InvariantCulture, $"{Seconds(programs.Gate)} | {Seconds(programs.Generator)} | {Seconds(programs.Compiler)} | {assembly.Types:N0} | {compiler:0.00} ms | {kibibytes:N0} KiB | {kibibytes / assembly.Types:0.0} KiB | {Mebibytes(programs.Gate)}, {Mebibytes(programs.Generator)}, {Mebibytes(programs.Compiler)}");
        }
        catch (BuildFailedException failure)
        {
            return failure.Reason.Replace("|", "\\|", StringComparison.Ordinal);
        }
    }

    private static string Seconds(ProgramUse? use) => use is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"{use.Processor.TotalSeconds:0.0} s");

    private static string Mebibytes(ProgramUse? use) => use is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"{use.PeakBytes / 1024.0 / 1024.0:N0} MiB");
}
