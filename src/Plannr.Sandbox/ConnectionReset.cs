namespace Plannr.Sandbox;

/// <summary>When a connection is reset.</summary>
public enum ConnectionReset
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>Before the call is carried out.</summary>
    Before,

    /// <summary>After the call is carried out, so that the caller cannot know that it was.</summary>
    After,
}
