namespace Plannr.Cli;

/// <summary>The command line or the environment is not right. The message says what is wrong and what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
