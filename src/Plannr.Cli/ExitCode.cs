namespace Plannr.Cli;

/// <summary>What <c>plannr</c> tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The API answered with an error, or could not be reached.</summary>
    public const int Failed = 1;

    /// <summary>The command line or the environment is not right; nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>Ctrl-C.</summary>
    public const int Interrupted = 130;
}
