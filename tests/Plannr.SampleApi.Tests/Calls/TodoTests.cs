using Plannr.Generated;

namespace Plannr.SampleApi.Tests.Calls;

/// <summary>Operations with several responses, and their errors.</summary>
public sealed class TodoTests
{
    private static TodosClient Client => new(RunningApi.Client);

    [Test]
    public async Task Recursive_object_is_read_as_it_was_sent()
    {
        var todo = new Todo
        {
            Id = 1,
            Title = "Whole",
            Note = null,
            Color = Color.SkyBlue,
            OtherColor = null,
            Level = 1,
            LaterLevel = null,
            Main = null,
            Tags = [new Tag { Name = "a" }],
            Parent = new Todo { Id = 2, Title = "Parent", LaterLevel = 10, Main = new Tag { Name = "b", Color = Color.Red } },
            Parts = [new Todo { Id = 3, Title = "Part", PriceInEuro = 1.10m }],
        };

        var created = await Client.CreateTodoAsync(todo);

        Assert.That(created.Note, Is.Null);
        Assert.That(created.Color, Is.EqualTo(Color.SkyBlue));
        Assert.That(created.OtherColor, Is.Null);
        Assert.That(created.Level, Is.EqualTo(1));
        Assert.That(created.Main, Is.Null);
        Assert.That(created.Parent!.LaterLevel, Is.EqualTo(10));
        Assert.That(created.Parent.Main!.Color, Is.EqualTo(Color.Red));
        Assert.That(created.Parts![0].PriceInEuro, Is.EqualTo(1.10m));
        Assert.That(created.Attempts, Is.EqualTo(3));
        Assert.That(created.Length, Is.EqualTo("Whole".Length));
    }

    [Test]
    public void Validation_problem_throws_a_typed_exception()
    {
        var exception = Assert.ThrowsAsync<PlannrApiException<HttpValidationProblemDetails>>(() => Client.CreateTodoAsync(new Todo { Id = 0, Title = "x" }));

        Assert.That(exception!.StatusCode, Is.EqualTo(400));
        Assert.That(exception.Error.Status, Is.EqualTo(400));
        Assert.That(exception.Error.Errors!.Keys, Is.EquivalentTo(new[] { "Id", "Title" }));
    }

    [Test]
    public void Problem_throws_a_typed_exception()
    {
        var exception = Assert.ThrowsAsync<PlannrApiException<ProblemDetails>>(() => Client.DeleteTodoAsync(0));

        Assert.That(exception!.Error.Detail, Is.EqualTo("There is none."));
        Assert.That(exception.Error.Status, Is.EqualTo(409));
    }

    [Test]
    public void Error_that_is_not_a_problem_throws_a_typed_exception()
        => Assert.That(Assert.ThrowsAsync<PlannrApiException<Tag>>(() => Client.UpdateTodoAsync(0, Todo))!.Error.Name, Is.EqualTo("taken"));

    [Test]
    public void Error_without_a_body_throws_an_exception()
    {
        Assert.That(Assert.ThrowsAsync<PlannrApiException>(() => Client.GetTodoAsync(0))!.StatusCode, Is.EqualTo(404));
        Assert.That(Assert.ThrowsAsync<PlannrApiException>(() => Client.CheckTodoAsync(0))!.StatusCode, Is.EqualTo(404));
    }

    [Test]
    public async Task Result_depends_on_the_success_status()
    {
        Assert.That((await Client.GetTodoAsync(7)).Id, Is.EqualTo(7));
        Assert.That(await Client.UpdateTodoAsync(1, Todo), Is.Null);
        Assert.That((await Client.UpdateTodoAsync(2, Todo))!.Title, Is.EqualTo("Todo"));
        Assert.That((await Client.DeleteTodoWithResponseAsync(1)).StatusCode, Is.EqualTo(204));
        Assert.That((await Client.CheckTodoWithResponseAsync(1)).StatusCode, Is.EqualTo(200));
        Assert.That((await Client.RunTodosWithResponseAsync()).StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task Numbers_pages_and_streams_are_read()
    {
        Assert.That(await Client.CountTodosAsync(), Is.EqualTo(7));
        Assert.That((await Client.ListTodosAsync(7)).Next, Is.EqualTo(7));
        Assert.That((await Client.ListTodosAsync()).Next, Is.Null);
        Assert.That((await Client.StreamTodosAsync()).Select(t => t.Title), Is.EqualTo(new[] { "First", "Second" }));
    }

    private static Todo Todo => new() { Id = 2, Title = "Todo" };
}
