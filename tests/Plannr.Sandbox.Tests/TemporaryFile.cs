namespace Plannr.Sandbox.Tests;

/// <summary>A file in a temporary folder. Disposing it deletes the folder.</summary>
internal sealed class TemporaryFile : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plannr-sandbox-");

    private TemporaryFile(string name) => Path = System.IO.Path.Combine(_folder.FullName, name);

    public string Path { get; }

    /// <summary>Returns a file that does not exist yet.</summary>
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
