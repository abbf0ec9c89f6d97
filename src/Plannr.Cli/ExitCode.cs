namespace Plannr.Cli;

/// <summary>The exit codes of <c>plannr</c>.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>
    /// The API returned an error or did not respond, rows failed, a confirmation was declined, a signature is invalid, the API differs from the
    /// contract, output could not be written, or the sandbox could not use its data file.
    /// </summary>
    public const int Failed = 1;

    /// <summary>The command line, a file or the environment is invalid. Nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>There is no valid access token, or Plannr does not accept it.</summary>
    public const int Authentication = 3;

    public const int NotFound = 4;

    public const int RateLimited = 5;

    /// <summary>The contract could not be verified, because an operation could not be called.</summary>
    public const int NotVerified = 6;

    /// <summary>The user pressed Ctrl-C.</summary>
    public const int Interrupted = 130;
}
