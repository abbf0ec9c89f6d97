using System.Reflection;
using System.Runtime.Versioning;

namespace Plannr.Generated.NetStandard.Tests;

public sealed class AssemblyTests
{
    [Test]
    public void These_tests_run_against_netstandard2_0()
        => Assert.That(
            typeof(OAuthConnection).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName,
            Is.EqualTo(".NETStandard,Version=v2.0"));
}
