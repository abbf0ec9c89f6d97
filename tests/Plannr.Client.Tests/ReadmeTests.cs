namespace Plannr.Client.Tests;

/// <summary>Tests the README of the package.</summary>
public sealed class ReadmeTests
{
    [Test]
    public void Package_README_lists_every_option_and_every_exception()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Plannr.Client.README.md")).ReplaceLineEndings("\n");
        var names = typeof(PlannrClientOptions).GetProperties().Select(property => property.Name)
            .Concat(typeof(PlannrException).Assembly.GetExportedTypes().Where(typeof(PlannrException).IsAssignableFrom).Select(type => type.Name));

        Assert.That(names.Where(name => !text.Contains($"\n| `{name}`", StringComparison.Ordinal)), Is.Empty);
    }
}
