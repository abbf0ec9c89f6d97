using System.Diagnostics;

namespace Plannr.Benchmarks.SlowBodies;

/// <summary>Measures, on a separate thread, the number of pool threads, and how long other work waits for one.</summary>
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

    /// <summary>Gets the maximum number of pool threads. Read it after <see cref="Dispose"/>.</summary>
    public int MaxThreads { get; private set; }

    /// <summary>Gets the longest time that a work item waited for a pool thread. Read it after <see cref="Dispose"/>.</summary>
    public TimeSpan MaxWait { get; private set; }

    /// <summary>Ends the measurement after the current work item.</summary>
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
            MaxThreads = Math.Max(MaxThreads, ThreadPool.ThreadCount);
            var wait = Stopwatch.GetElapsedTime(queued);
            MaxWait = wait > MaxWait ? wait : MaxWait;
        }
        while (isWaiting || !_end.Wait(Interval));
    }
}
