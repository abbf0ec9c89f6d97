namespace Plannr.SpecGate.Rules;

/// <summary>Says why a value cannot be checked against its schema.</summary>
internal sealed class NotCheckedException(string message) : Exception(message);
