namespace Plannr.Cli.Output;

/// <summary>The messages that a command writes in addition to its data.</summary>
internal enum Verbosity
{
    /// <summary>Only errors.</summary>
    Quiet,

    /// <summary>Errors, warnings and information.</summary>
    Normal,

    /// <summary>All messages, including timings, retries and the rate limit.</summary>
    Verbose,
}
