namespace Plannr.Codegen.Tests.NetFramework;

/// <summary>An expression such as <c>$([System.IO.Path]::GetFileName('a').Trim())</c> in a build file.</summary>
/// <param name="Type">The type of the first, static member, or <c>MSBuild</c>; null if the expression starts with a property, which is a string.</param>
/// <param name="Calls">The calls, each on the result of the previous one.</param>
/// <param name="Text">The text of the expression, with its position.</param>
internal sealed record PropertyExpression(string? Type, IReadOnlyList<MemberCall> Calls, string Text);
