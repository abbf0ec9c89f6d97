namespace Plannr.Cli;

/// <summary>What <c>plannr</c> tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The API answered with an error or not at all, rows failed, what was asked was declined, a signature is not valid, the API differs from the contract, output could not be written, or the sandbox could not use its port or its data file.</summary>
    public const int Failed = 1;

    /// <summary>The command line, a file or the environment is not right; nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>There is no access token that can be used, or Plannr does not accept it.</summary>
    public const int Authentication = 3;

    public const int NotFound = 4;

    public const int RateLimited = 5;

    /// <summary>The contract could not be verified, as an operation could not be called.</summary>
    public const int NotVerified = 6;

    /// <summary>Ctrl-C.</summary>
    public const int Interrupted = 130;
}
