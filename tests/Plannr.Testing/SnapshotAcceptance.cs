namespace Plannr.Testing;

/// <summary>Describes how to accept a snapshot.</summary>
internal static class SnapshotAcceptance
{
    // These have a meaning in the script's pattern or in a shell's quotes.
    private static readonly char[] Special = ['[', ']', '\''];

    /// <summary>Returns a sentence with the command that accepts a snapshot.</summary>
    /// <param name="name">The name of the snapshot.</param>
    public static string Of(string name)
    {
        var argument = $"'{name.Split(Special)[0]}'";
        return $"If the change is correct, accept it with: build/accept-snapshots.sh {argument} (on Windows: pwsh build/accept-snapshots.ps1 {argument})";
    }
}
