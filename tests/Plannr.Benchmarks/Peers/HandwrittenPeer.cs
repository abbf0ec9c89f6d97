using Plannr.Benchmarks.Peers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>A client that knows no contract: it has the types that were written by hand, which are those to compare with.</summary>
internal abstract class HandwrittenPeer : Peer<Connection, ConnectionList>
{
    protected override Connection Comparable(Connection connection) => connection;

    protected override IEnumerable<Connection> Connections(ConnectionList list) => list.Data!;
}
