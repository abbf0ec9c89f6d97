namespace Plannr.Cli.Output;

/// <summary>Describes why a file cannot be used, as the end of a sentence with the file's name.</summary>
internal static class FileProblem
{
    // ENOSPC of Linux and macOS, and ERROR_DISK_FULL of Windows.
    private const int NoSpace = 28;
    private const int DiskFull = unchecked((int)0x80070070);

    public static string Of(Exception exception) => exception switch
    {
        FileNotFoundException => "it does not exist",
        DirectoryNotFoundException => "its folder does not exist",
        UnauthorizedAccessException => "it is a folder, or access to it is denied",
        IOException { HResult: NoSpace or DiskFull } => "the disk is full",
        ArgumentOutOfRangeException => "it would be larger than the file system or a limit of the process allows",
        _ => exception.Message.TrimEnd('.'),
    };

    /// <summary>Returns what to do about a file that cannot be written, as the start of a sentence.</summary>
    public static string AdviceFor(Exception exception) => exception switch
    {
        DirectoryNotFoundException => "Create it",
        UnauthorizedAccessException => "Make it writable",
        IOException { HResult: NoSpace or DiskFull } => "Free space on it",
        ArgumentOutOfRangeException => "Raise the limit",
        _ => "Remove the cause",
    };
}
