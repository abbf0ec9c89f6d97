using System.Text;

namespace Plannr.Cli.Output;

/// <summary>
/// Makes standard output and standard error UTF-8, in a pipe or a file too, until it is disposed. Otherwise they are in the code
/// page of the console on Windows and in the locale's character set elsewhere, which may lack the characters of a label.
/// </summary>
internal sealed class Utf8Output : IDisposable
{
    private readonly Encoding _earlier = Console.OutputEncoding;

    /// <summary>Initializes a new instance of the class, and changes the encoding.</summary>
    public Utf8Output() => Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Dispose()
    {
        // On Windows, the code page belongs to the console window, where the user's other programs expect the earlier one.
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = _earlier;
        }
    }
}
