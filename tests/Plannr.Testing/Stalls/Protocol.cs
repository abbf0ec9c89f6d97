namespace Plannr.Testing.Stalls;

/// <summary>The protocol that a server speaks.</summary>
public enum Protocol
{
    Http11,
    Http11OverTls,
    Http2OverTls,
}
