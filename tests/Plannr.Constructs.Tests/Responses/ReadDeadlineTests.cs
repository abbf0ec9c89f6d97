using Plannr.Runtime.Responses;

namespace Plannr.Constructs.Tests.Responses;

/// <summary>Tests the time limit for reading a body.</summary>
// The deadlines are pooled, so no other test may use them at the same time.
[NonParallelizable]
public sealed class ReadDeadlineTests
{
    private const int MaxPooled = 256;

    [Test]
    public void Disposed_deadline_is_reused_and_its_first_caller_and_response_are_independent_of_it()
    {
        using var firstCaller = new CancellationTokenSource();
        using var secondCaller = new CancellationTokenSource();
        using var firstResponse = new WatchedResponse();
        using var secondResponse = new WatchedResponse();
        var deadline = ReadDeadline.For(firstResponse, Timeout.InfiniteTimeSpan, firstCaller.Token);
        deadline.Dispose();
        var reused = new List<ReadDeadline>();
        do
        {
            reused.Add(ReadDeadline.For(secondResponse, Timeout.InfiniteTimeSpan, secondCaller.Token));
        }
        while (reused[^1] != deadline && reused.Count <= MaxPooled);

        Assert.That(reused[^1], Is.SameAs(deadline));
        firstCaller.Cancel();
        Assert.That(deadline.HasPassed, Is.False);
        secondCaller.Cancel();
        Assert.Multiple(() =>
        {
            Assert.That(deadline.HasPassed, Is.True);
            Assert.That(secondResponse.IsDisposed, Is.True);
            Assert.That(firstResponse.IsDisposed, Is.False);
        });
        reused.ForEach(other => other.Dispose());
    }

    [TestCase(0)]
    [TestCase(-5000)]
    [TestCase(20)]
    public async Task Deadline_disposes_the_response_after_its_time_limit(int milliseconds)
    {
        using var response = new WatchedResponse();
        using var deadline = ReadDeadline.For(response, TimeSpan.FromMilliseconds(milliseconds), CancellationToken.None);

        deadline.Start();

        await response.Disposed;
        Assert.That(deadline.HasPassed, Is.True);
    }

    [Test]
    public async Task Deadline_does_not_pass_before_its_time_limit()
    {
        using var response = new WatchedResponse();
        using var earlierResponse = new WatchedResponse();
        using var deadline = ReadDeadline.For(response, TimeSpan.FromHours(1), CancellationToken.None);
        using var earlierDeadline = ReadDeadline.For(earlierResponse, TimeSpan.FromMilliseconds(50), CancellationToken.None);

        deadline.Start();
        earlierDeadline.Start();

        await earlierResponse.Disposed;
        Assert.That(deadline.HasPassed, Is.False);
    }

    private sealed class WatchedResponse : HttpResponseMessage
    {
        private readonly TaskCompletionSource<bool> _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Disposed => _disposed.Task;

        public bool IsDisposed => _disposed.Task.IsCompleted;

        protected override void Dispose(bool disposing)
        {
            _disposed.TrySetResult(true);
            base.Dispose(disposing);
        }
    }
}
