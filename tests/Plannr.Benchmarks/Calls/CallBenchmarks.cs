using BenchmarkDotNet.Attributes;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers;

namespace Plannr.Benchmarks.Calls;

/// <summary>One call with each client.</summary>
public class CallBenchmarks : IAsyncDisposable
{
    private ApiProcess? _api;
    private IPeer _peer = null!;

    public static IEnumerable<string> Clients => MeasuredClient.All.Select(c => c.Name);

    [Params(Wire.InMemory, Wire.Loopback)]
    public Wire Over { get; set; }

    [ParamsSource(nameof(Clients))]
    public string Client { get; set; } = "";

    [GlobalSetup(Target = nameof(Update))]
    public async Task SetUpUpdateAsync()
    {
        await SetUpAsync().ConfigureAwait(false);
        await PeerCheck.UpdateAsync(_peer).ConfigureAwait(false);
    }

    [GlobalSetup(Target = nameof(List))]
    public async Task SetUpListAsync()
    {
        await SetUpAsync().ConfigureAwait(false);
        await PeerCheck.ListAsync(_peer).ConfigureAwait(false);
    }

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        _peer.Dispose();
        if (_api is not null)
        {
            await _api.DisposeAsync().ConfigureAwait(false);
        }

        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public Task Update() => _peer.UpdateAsync();

    [Benchmark]
    public Task List() => _peer.ListAsync();

    private async Task SetUpAsync()
    {
        _api = Over == Wire.Loopback ? await ApiProcess.StartAsync().ConfigureAwait(false) : null;
        _peer = MeasuredClient.Find(Client)!.Create(
            _api is null ? new InMemoryApi() : PeerHandler.Create(),
            _api?.Address ?? InMemoryApi.Address);
    }
}
