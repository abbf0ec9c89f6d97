using System.Text;
using Microsoft.Identity.Client.Extensions.Msal;

namespace Plannr.Cli.Authentication.Profiles;

/// <summary>
/// The system's store for secrets: the keychain of macOS, the Secret Service of Linux (such as GNOME Keyring), or on Windows a file that
/// DPAPI encrypts for the user.
/// </summary>
/// <param name="folder">The folder of the file on Windows. Elsewhere, the file is empty.</param>
internal sealed class SystemTokenStore(string folder)
{
    private const string Program = "plannr";

    /// <summary>Gets the name of this system's store.</summary>
    public static string Name => OperatingSystem.IsWindows() ? "Windows data protection" : OperatingSystem.IsMacOS() ? "the keychain" : "the Secret Service of this desktop";

    /// <summary>Saves a token.</summary>
    /// <param name="profile">The name of the profile.</param>
    /// <param name="token">The token.</param>
    /// <returns>True if the token was saved; false if the system has no working store.</returns>
    public bool TrySave(string profile, string token)
    {
        try
        {
            var storage = StorageOf(profile);
            // Writes, reads and deletes a test value, because a store may exist and still not work.
            storage.VerifyPersistence();
            storage.WriteData(Encoding.UTF8.GetBytes(token));
            return true;
        }
        catch (MsalCachePersistenceException)
        {
            return false;
        }
    }

    /// <summary>Returns a token, or null if the store does not contain it.</summary>
    public string? Read(string profile)
    {
        try
        {
            return StorageOf(profile).ReadData() is { Length: > 0 } bytes ? Encoding.UTF8.GetString(bytes) : null;
        }
        catch (MsalCachePersistenceException)
        {
            return null;
        }
    }

    /// <summary>Deletes a token if the store contains it.</summary>
    public void Delete(string profile) => StorageOf(profile).Clear(ignoreExceptions: true);

    private Storage StorageOf(string profile) => Storage.Create(
        new StorageCreationPropertiesBuilder($"token-{profile}.bin", folder)
            .WithLinuxKeyring("com.plannrcrm.cli", MsalCacheHelper.LinuxKeyRingDefaultCollection, $"Access token of {Program} ({profile})", new("program", Program), new("profile", profile))
            .WithMacKeyChain(Program, profile)
            .Build());
}
