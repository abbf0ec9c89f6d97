namespace Plannr.Sandbox;

/// <summary>The moment at which a connection is reset.</summary>
public enum ConnectionReset
{
    /// <summary>The connection is not reset.</summary>
    None,

    /// <summary>Before the operation runs.</summary>
    Before,

    /// <summary>After the operation has run, so that the caller cannot know the result.</summary>
    After,
}
