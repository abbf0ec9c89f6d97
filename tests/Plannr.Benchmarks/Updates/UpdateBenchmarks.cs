using BenchmarkDotNet.Attributes;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers;
using Plannr.Benchmarks.Peers.Json;
using Plannr.Generated;

namespace Plannr.Benchmarks.Updates;

/// <summary>One update of a connection, by each of the clients.</summary>
public class UpdateBenchmarks : IAsyncDisposable
{
    private ApiProcess? _api;
    private IPeer[] _peers = [];
    private RawPeer _raw = null!;
    private GeneratedPeer _generated = null!;
    private WholePeer _whole = null!;
    private StockPeer _stock = null!;
    private RefitPeer _refit = null!;
    private RestSharpPeer _restSharp = null!;
    private FlurlPeer _flurl = null!;

    [Params(Wire.InMemory, Wire.Loopback)]
    public Wire Over { get; set; }

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _api = Over == Wire.Loopback ? await ApiProcess.StartAsync().ConfigureAwait(false) : null;
        var server = _api?.Address ?? new Uri("https://api.plannrcrm.com");
        _peers =
        [
            _raw = new RawPeer(Handler(), server),
            _generated = new GeneratedPeer(Handler(), server),
            _whole = new WholePeer(Handler(), server),
            _stock = new StockPeer(Handler(), server),
            _refit = new RefitPeer(Handler(), server),
            _restSharp = new RestSharpPeer(Handler(), server),
            _flurl = new FlurlPeer(Handler(), server),
        ];
        foreach (var peer in _peers)
        {
            await PeerCheck.RunAsync(peer).ConfigureAwait(false);
        }
    }

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        foreach (var peer in _peers)
        {
            peer.Dispose();
        }

        if (_api is not null)
        {
            await _api.DisposeAsync().ConfigureAwait(false);
        }

        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "HttpClient with System.Text.Json, by hand")]
    public Task<Connection> Raw() => _raw.UpdateAsync(Payload.Uuid, Payload.Label);

    [Benchmark(Description = "Plannr.Generated")]
    public Task<OAuthConnection> Generated() => _generated.UpdateAsync(Payload.Uuid, Payload.Label);

    [Benchmark(Description = "Plannr.Client")]
    public Task<OAuthConnection> Whole() => _whole.UpdateAsync(Payload.Uuid, Payload.Label);

    [Benchmark(Description = "NSwag.MSBuild, stock templates")]
    public Task<Stock.OAuthConnection> StockNSwag() => _stock.UpdateAsync(Payload.Uuid, Payload.Label);

    [Benchmark(Description = "Refit")]
    public Task<Connection> Refit() => _refit.UpdateAsync(Payload.Uuid, Payload.Label);

    [Benchmark(Description = "RestSharp")]
    public Task<Connection> RestSharp() => _restSharp.UpdateAsync(Payload.Uuid, Payload.Label);

    [Benchmark(Description = "Flurl.Http")]
    public Task<Connection> Flurl() => _flurl.UpdateAsync(Payload.Uuid, Payload.Label);

    // The same for all: no redirects and no cookies, which an API has no use for.
    private HttpMessageHandler Handler()
        => Over == Wire.InMemory ? new InMemoryApi() : new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
}
