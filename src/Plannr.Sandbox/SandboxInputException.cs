namespace Plannr.Sandbox;

/// <summary>
/// The exception that is thrown if a caller's value is not valid. Over HTTP, it becomes an error response. In the process, callers get an
/// <see cref="ArgumentException"/>.
/// </summary>
internal sealed class SandboxInputException : ArgumentException
{
    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="field">The field of the request's body with the value; null if the value is in the path.</param>
    /// <param name="message">The problem, and what to do.</param>
    public SandboxInputException(string? field, string message)
        : base(message) => Field = field;

    /// <summary>Gets the field of the request's body with the value; null if the value is in the path.</summary>
    public string? Field { get; }
}
