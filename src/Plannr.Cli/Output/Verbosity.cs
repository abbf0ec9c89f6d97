namespace Plannr.Cli.Output;

/// <summary>How much a command says beside its data.</summary>
internal enum Verbosity
{
    /// <summary>Errors.</summary>
    Quiet,

    /// <summary>Errors, warnings and what was done.</summary>
    Normal,

    /// <summary>Timings, retries and the rate limit too.</summary>
    Verbose,
}
