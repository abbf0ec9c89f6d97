namespace Plannr.Sandbox;

/// <summary>The reasons for which Plannr sends an e-mail about a connection.</summary>
public enum SandboxEmailKind
{
    /// <summary>The connection expires in 14 days.</summary>
    ExpiresIn14Days,

    /// <summary>The connection expires in 7 days.</summary>
    ExpiresIn7Days,

    /// <summary>The connection has expired.</summary>
    Expired,
}
