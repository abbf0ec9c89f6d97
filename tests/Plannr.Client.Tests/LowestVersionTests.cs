using System.Reflection;
using System.Xml.Linq;
using Polly;

namespace Plannr.Client.Tests;

/// <summary>These tests run on the lowest version of Polly that the package asks for, which an application may have.</summary>
public sealed class LowestVersionTests
{
    [Test]
    public void Loaded_version_of_Polly_is_the_lowest_that_the_package_asks_for()
    {
        var project = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Plannr.Client.csproj"));
        var lowest = project.Descendants("PackageReference").Single(r => (string?)r.Attribute("Include") == "Polly.Core").Attribute("VersionOverride")!.Value;
        var loaded = typeof(ResiliencePipeline).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

        Assert.That(loaded, Is.EqualTo(lowest), "A package or project that the tests reference asks for a higher version of Polly.Core.");
    }
}
