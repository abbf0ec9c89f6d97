using Plannr.Benchmarks.Peers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>A client without a contract. It uses the handwritten types, with which the types of other clients are compared.</summary>
internal abstract class HandwrittenPeer : Peer<Connection, ConnectionList>
{
    protected override Connection Comparable(Connection connection) => connection;

    protected override IEnumerable<Connection> Connections(ConnectionList list) => list.Data!;
}
