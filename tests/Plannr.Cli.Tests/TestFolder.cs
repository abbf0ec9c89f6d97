namespace Plannr.Cli.Tests;

/// <summary>A temporary folder of one test.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plannr-");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, string text, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite)
    {
        File.WriteAllText(PathOf(name), text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(PathOf(name), mode);
        }

        return PathOf(name);
    }

    public void MakeReadOnly(string name) => File.SetAttributes(PathOf(name), FileAttributes.ReadOnly);

    public void Dispose() => _folder.Delete(recursive: true);
}
