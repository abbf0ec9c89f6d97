using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Plannr.Sandbox.Journal;

/// <summary>The latest requests to the API, and the latest e-mails that Plannr would have sent. They are not saved.</summary>
/// <param name="capacity">The maximum number of requests, and of e-mails.</param>
/// <param name="log">Receives a line for each entry; null for no log.</param>
internal sealed class RequestJournal(int capacity, TextWriter? log)
{
    // A slower reader loses the oldest events, because the sandbox does not wait for readers.
    private const int MaxBacklog = 1_000;

    private readonly Lock _lock = new();
    private readonly Queue<SandboxRequest> _requests = [];
    private readonly Queue<SandboxEmail> _emails = [];
    private readonly HashSet<Channel<JournalEvent>> _readers = [];
    private long _count;

    /// <summary>Gets the requests, the oldest first.</summary>
    public IReadOnlyList<SandboxRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Gets the e-mails, the oldest first.</summary>
    public IReadOnlyList<SandboxEmail> Emails
    {
        get
        {
            lock (_lock)
            {
                return [.. _emails];
            }
        }
    }

    /// <summary>Adds a request, and assigns its number.</summary>
    public void Add(SandboxRequest request)
    {
        lock (_lock)
        {
            var numbered = request with { Number = ++_count };
            Enqueue(_requests, numbered);
            Publish(new JournalEvent.Received(numbered));
            log?.WriteLine(JournalLine.Of(numbered));
        }
    }

    public void Add(SandboxEmail email)
    {
        lock (_lock)
        {
            Enqueue(_emails, email);
            Publish(new JournalEvent.Sent(email));
            log?.WriteLine(JournalLine.Of(email));
        }
    }

    /// <summary>Removes the requests and the e-mails. The numbers of later requests continue.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
            _emails.Clear();
            Publish(new JournalEvent.Cleared());
        }
    }

    /// <summary>Returns the entries of the journal, followed by later changes.</summary>
    public async IAsyncEnumerable<JournalEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<JournalEvent>(new BoundedChannelOptions(MaxBacklog) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        IReadOnlyList<JournalEvent> before;
        lock (_lock)
        {
            before = [.. _emails.Select(e => new JournalEvent.Sent(e)), .. _requests.Select(r => new JournalEvent.Received(r))];
            _readers.Add(channel);
        }

        try
        {
            foreach (var item in before)
            {
                yield return item;
            }

            await foreach (var item in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return item;
            }
        }
        finally
        {
            lock (_lock)
            {
                _readers.Remove(channel);
            }
        }
    }

    private void Enqueue<T>(Queue<T> queue, T item)
    {
        queue.Enqueue(item);
        while (queue.Count > capacity)
        {
            queue.Dequeue();
        }
    }

    private void Publish(JournalEvent item)
    {
        foreach (var reader in _readers)
        {
            reader.Writer.TryWrite(item);
        }
    }
}
