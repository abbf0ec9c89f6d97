using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using DiffPlex.Renderer;

namespace Plannr.Testing;

/// <summary>
/// The snapshot engine that needs no Verify.NUnit. It uses the file names and the file format of Verify, so that both engines work with
/// the same files. It never writes a verified file; build/accept-snapshots.sh does.
/// </summary>
internal static class LocalSnapshot
{
    private const string NotInFileNames = "\"\\<>|:*?/";

    private static readonly UTF8Encoding Utf8WithMark = new(encoderShouldEmitUTF8Identifier: true);
    private static readonly ConcurrentDictionary<(string Test, string File), bool> Used = [];

    /// <summary>Returns the name of a test's snapshot: <c>Outer.Inner.Method_parameter=value</c>.</summary>
    public static string NameOf(TestContext.TestAdapter test)
    {
        var type = test.Type!;
        var name = new StringBuilder(type.Name);
        for (var outer = type.DeclaringType; outer is not null; outer = outer.DeclaringType)
        {
            name.Insert(0, outer.Name + ".");
        }

        name.Append('.').Append(test.MethodName);
        foreach (var (parameter, argument) in test.MethodInfo!.GetParameters().Zip(test.Arguments))
        {
            var value = argument is null ? "null" : Convert.ToString(argument, CultureInfo.InvariantCulture)!;
            if (value.Contains('#', StringComparison.Ordinal))
            {
                throw new ArgumentException($"""
                    The argument {parameter.Name}="{value}" of {test.FullName} contains '#'. Verify.NUnit 31 keeps that character in the name of a
                    snapshot, and later versions replace it, so the name would depend on the version. Use an argument without '#'.
                    """);
            }

            name.Append(CultureInfo.InvariantCulture, $"_{parameter.Name}={value}");
        }

        return string.Concat(name.ToString().Select(c => NotInFileNames.Contains(c) || char.IsControl(c) ? '-' : c));
    }

    public static async Task VerifyAsync(string folder, string name, string text, string extension, string testId)
    {
        var verifiedFile = Path.Combine(folder, $"{name}.verified.{extension}");
        var receivedFile = Path.Combine(folder, $"{name}.received.{extension}");
        if (!Used.TryAdd((testId, verifiedFile), true))
        {
            throw new InvalidOperationException($"The test verified the snapshot {name} twice. A test can have only one snapshot.");
        }

        Directory.CreateDirectory(folder);
        File.Delete(receivedFile);
        var received = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var verified = File.Exists(verifiedFile) ? await File.ReadAllTextAsync(verifiedFile) : "";
        if (verified.Contains('\r', StringComparison.Ordinal))
        {
            Assert.Fail($"{verifiedFile} contains a carriage return, but snapshots must have line feeds only. Check .gitattributes and the settings of the editor.");
        }

        if (verified.Length > 0 && verified == received)
        {
            return;
        }

        await File.WriteAllTextAsync(receivedFile, received, Utf8WithMark);
        var heading = verified.Length == 0 ? "is new" : "does not match";
        Assert.Fail($"""
            The snapshot {name}.{extension} {heading}. {SnapshotAcceptance.Of(name)}

            {Diff(name, extension, verified, received)}
            """);
    }

    private static string Diff(string name, string extension, string verified, string received)
    {
        var diff = UnidiffRenderer.GenerateUnidiff(verified, received, $"{name}.verified.{extension}", $"{name}.received.{extension}");
        return diff.Contains("\n@@", StringComparison.Ordinal) || verified.Length == 0
            ? diff
            : diff + "(Only the line breaks at the end differ.)";
    }
}
