namespace Plannr.Codegen.Tests.NetFramework;

/// <summary>An expression such as <c>$([System.IO.Path]::GetFileName('a').Trim())</c> in a build file.</summary>
/// <param name="Type">The type whose static member comes first, or <c>MSBuild</c>; null where a property does, which is a string.</param>
/// <param name="Calls">What is called, one on the result of the other.</param>
/// <param name="Text">The expression as it is written, with its place.</param>
internal sealed record PropertyExpression(string? Type, IReadOnlyList<MemberCall> Calls, string Text);
