using System.Text.Json;
using System.Text.Json.Serialization;
using Plannr.Cli.Api;
using Plannr.Cli.Output;

namespace Plannr.Cli.Authentication.Profiles;

/// <summary>The file of the profiles. Only its owner can read it. Each change replaces the whole file.</summary>
/// <param name="folder">The folder of the file.</param>
internal sealed class ProfileStore(string folder)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Gets the store of the user.</summary>
    public static ProfileStore Default { get; } = new(UserFolder());

    /// <summary>Gets the path of the file.</summary>
    public string Path { get; } = System.IO.Path.Combine(folder, "profiles.json");

    /// <summary>Gets the folder of the file.</summary>
    public string Folder => folder;

    /// <summary>Returns the profiles. The result is empty if the file does not exist.</summary>
    /// <exception cref="CommandFailure">The file cannot be read, or others can read it too.</exception>
    public async Task<ProfileSet> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Path))
        {
            return ProfileSet.Empty;
        }

        var file = new SecretFile(Path, "file of the profiles", "--token-file", "have the tokens replaced if somebody may have read them", ExitCode.Authentication);
        var json = await file.ReadAsync(cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(json, ProfileJson.Default.ProfileSet) ?? throw new JsonException("The file contains null.");
        }
        catch (JsonException)
        {
            // The exception may quote a token.
            throw new CommandFailure($"The file of the profiles {Path} is not valid. Delete it, and log in again with 'plannr auth login'.", ExitCode.Authentication);
        }
    }

    /// <summary>Changes the profiles. Other processes wait meanwhile.</summary>
    /// <param name="change">Returns the new profiles.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="CommandFailure">The file cannot be read or written.</exception>
    public async Task UpdateAsync(Func<ProfileSet, ProfileSet> change, CancellationToken cancellationToken)
    {
        try
        {
            CreateFolder();
            await using var ownership = await LockAsync(cancellationToken);
            await WriteAsync(change(await ReadAsync(cancellationToken)), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"The file of the profiles {Path} cannot be written: {FileProblem.Of(exception)}. Set {(OperatingSystem.IsWindows() ? "APPDATA" : "XDG_CONFIG_HOME")} to a folder that can.");
        }
    }

    /// <summary>Creates the folder of the file. Only its owner has access.</summary>
    public void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    private static string UserFolder()
    {
        var configuration = OperatingSystem.IsWindows()
            ? Environment.GetEnvironmentVariable("APPDATA")
            : Environment.GetEnvironmentVariable("XDG_CONFIG_HOME");
        // Relative paths must be ignored (XDG Base Directory Specification).
        if (string.IsNullOrEmpty(configuration) || !System.IO.Path.IsPathFullyQualified(configuration))
        {
            configuration = OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData)
                : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config");
        }

        return System.IO.Path.Combine(configuration, "plannr");
    }

    // The lock is a separate file, because the file of the profiles is replaced.
    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(MaxWait);
        while (true)
        {
            try
            {
                return Create(System.IO.Path.Combine(folder, "profiles.lock"), FileMode.OpenOrCreate);
            }
            catch (IOException) when (!limit.IsCancellationRequested)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    private async Task WriteAsync(ProfileSet profiles, CancellationToken cancellationToken)
    {
        var temporary = System.IO.Path.Combine(folder, $"profiles.{Guid.NewGuid():N}.tmp");
        try
        {
            await using (var stream = Create(temporary, FileMode.CreateNew))
            {
                await JsonSerializer.SerializeAsync(stream, profiles, ProfileJson.Default.ProfileSet, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, Path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static FileStream Create(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }
}

/// <summary>The JSON of the profiles, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(ProfileSet))]
internal sealed partial class ProfileJson : JsonSerializerContext;
