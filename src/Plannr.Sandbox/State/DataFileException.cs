namespace Plannr.Sandbox.State;

/// <summary>The exception that is thrown if the data file cannot be opened, read or written.</summary>
/// <param name="message">What is wrong, with the path of the file, and what to do.</param>
/// <param name="cause">The cause; null if there is no other exception.</param>
internal sealed class DataFileException(string message, Exception? cause) : IOException(message, cause);
