using System.Text;

namespace Plannr.Cli.Output;

/// <summary>
/// Sets the encoding of standard output and standard error to UTF-8 until the instance is disposed. The default is the code page of the
/// console on Windows and the character set of the locale elsewhere, which may lack the characters of a label.
/// </summary>
internal sealed class Utf8Output : IDisposable
{
    private readonly Encoding _earlier = Console.OutputEncoding;

    /// <summary>Initializes a new instance of the class, and changes the encoding.</summary>
    public Utf8Output() => Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Dispose()
    {
        // On Windows, the code page belongs to the console window, and other programs in it expect the earlier one.
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = _earlier;
        }
    }
}
