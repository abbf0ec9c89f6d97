namespace Plannr.SpecGate.Rules;

/// <summary>The exception that is thrown if a value cannot be checked against its schema. Its message is the reason.</summary>
internal sealed class NotCheckedException(string message) : Exception(message);
