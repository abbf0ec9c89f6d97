using System.Reflection;
using System.Runtime.Versioning;
using Plannr.Generated;

namespace Plannr.Client.NetStandard.Tests;

public sealed class AssemblyTests
{
    [TestCase(typeof(PlannrClient))]
    [TestCase(typeof(OAuthConnection))]
    public void Assembly_under_test_targets_netstandard2_0(Type type)
        => Assert.That(
            type.Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName,
            Is.EqualTo(".NETStandard,Version=v2.0"));
}
