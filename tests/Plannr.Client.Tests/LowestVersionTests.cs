using System.Reflection;
using System.Xml.Linq;
using Polly;

namespace Plannr.Client.Tests;

/// <summary>Verifies that these tests run on the minimum version of Polly that the package requires.</summary>
public sealed class LowestVersionTests
{
    [Test]
    public void Loaded_version_of_Polly_is_the_minimum_of_the_package()
    {
        var project = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Plannr.Client.csproj"));
        var lowest = project.Descendants("PackageReference").Single(r => (string?)r.Attribute("Include") == "Polly.Core").Attribute("VersionOverride")!.Value;
        var loaded = typeof(ResiliencePipeline).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

        Assert.That(loaded, Is.EqualTo(lowest), "A package or project that the tests reference requires a higher version of Polly.Core.");
    }
}
