namespace Plannr.Codegen.Tests.NetFramework;

/// <summary>A method or property that a build file uses.</summary>
/// <param name="Name">The name, which is not case-sensitive.</param>
/// <param name="Arguments">The number of arguments; null for a property.</param>
internal sealed record MemberCall(string Name, int? Arguments);
