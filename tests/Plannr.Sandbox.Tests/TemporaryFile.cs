namespace Plannr.Sandbox.Tests;

/// <summary>A file in a folder of its own, for as long as a test runs.</summary>
internal sealed class TemporaryFile : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plannr-sandbox-");

    private TemporaryFile(string name) => Path = System.IO.Path.Combine(_folder.FullName, name);

    public string Path { get; }

    /// <summary>A file that is not there yet.</summary>
    public static TemporaryFile Named(string name) => new(name);

    public static async Task<TemporaryFile> CreateAsync(string name, string text)
    {
        var file = new TemporaryFile(name);
        await File.WriteAllTextAsync(file.Path, text);
        return file;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return default;
    }
}
