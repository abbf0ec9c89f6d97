namespace Plannr.Cli.Output;

/// <summary>Describes why a file cannot be used, as the end of a sentence with the file's name.</summary>
internal static class FileProblem
{
    public static string Of(Exception exception) => exception switch
    {
        FileNotFoundException => "it does not exist",
        DirectoryNotFoundException => "its folder does not exist",
        UnauthorizedAccessException => "it is a folder, or access to it is denied",
        _ => exception.Message.TrimEnd('.'),
    };
}
