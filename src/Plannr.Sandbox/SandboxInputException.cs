namespace Plannr.Sandbox;

/// <summary>A value that a caller gave is not valid. Over HTTP it becomes a response; in the process callers see an <see cref="ArgumentException"/>.</summary>
internal sealed class SandboxInputException : ArgumentException
{
    /// <param name="field">The field of the request's body that has the value; null if the value is in the path.</param>
    /// <param name="message">What is wrong, and what to do.</param>
    public SandboxInputException(string? field, string message)
        : base(message) => Field = field;

    /// <summary>Gets the field of the request's body that has the value; null if the value is in the path.</summary>
    public string? Field { get; }
}
