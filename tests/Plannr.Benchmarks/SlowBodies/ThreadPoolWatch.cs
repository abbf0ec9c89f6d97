using System.Diagnostics;

namespace Plannr.Benchmarks.SlowBodies;

/// <summary>Looks, from a thread that is not the pool's, how many threads the pool has, and how long it lets other work wait.</summary>
internal sealed class ThreadPoolWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    private readonly ManualResetEventSlim _end = new();
    private readonly Thread _thread;

    public ThreadPoolWatch()
    {
        _thread = new Thread(Watch) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>The most threads that the pool had. To be read when the watch has ended.</summary>
    public int MostThreads { get; private set; }

    /// <summary>The longest that a piece of work waited for a thread of the pool. To be read when the watch has ended.</summary>
    public TimeSpan LongestWait { get; private set; }

    /// <summary>Ends the watch, after the piece of work that is waiting now.</summary>
    public void Dispose()
    {
        _end.Set();
        _thread.Join();
        _end.Dispose();
    }

    private void Watch()
    {
        using var done = new SemaphoreSlim(0);
        long queued = 0;
        var isWaiting = false;
        do
        {
            if (!isWaiting)
            {
                queued = Stopwatch.GetTimestamp();
                ThreadPool.UnsafeQueueUserWorkItem(semaphore => semaphore.Release(), done, preferLocal: false);
            }

            isWaiting = !done.Wait(Interval);
            MostThreads = Math.Max(MostThreads, ThreadPool.ThreadCount);
            var wait = Stopwatch.GetElapsedTime(queued);
            LongestWait = wait > LongestWait ? wait : LongestWait;
        }
        while (isWaiting || !_end.Wait(Interval));
    }
}
