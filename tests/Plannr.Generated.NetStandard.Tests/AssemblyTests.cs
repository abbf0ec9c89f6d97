using System.Reflection;
using System.Runtime.Versioning;

namespace Plannr.Generated.NetStandard.Tests;

public sealed class AssemblyTests
{
    [TestCase(typeof(OAuthConnection))]
    [TestCase(typeof(Plannr.Constructs.Formats.Values))]
    public void Assembly_under_test_targets_netstandard2_0(Type type)
        => Assert.That(
            type.Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName,
            Is.EqualTo(".NETStandard,Version=v2.0"));
}
