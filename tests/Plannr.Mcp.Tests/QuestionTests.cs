namespace Plannr.Mcp.Tests;

/// <summary>Natural questions find what answers them among the first three hits.</summary>
public sealed class QuestionTests
{
    private const int FirstHits = 3;

    // What the search scored when it was last tuned, which it was without these questions.
    private const int HeldOutFloor = 10;

    private static IEnumerable<string> Texts => Question.Read("thirty.tsv").Select(q => q.Text);

    [TestCaseSource(nameof(Texts))]
    public async Task Question_is_answered_by_one_of_the_first_three_hits(string text)
    {
        await using var connection = await Connection.OverHttpAsync();
        var question = Question.Read("thirty.tsv").Single(q => q.Text == text);

        Assert.That(await HitsAsync(connection, question), Has.Some.AnyOf([.. question.Sources]), text);
    }

    [Test]
    public async Task Questions_held_out_of_the_tuning_score_at_least_the_floor()
    {
        await using var connection = await Connection.OverHttpAsync();
        var missed = new List<string>();
        var questions = Question.Read("held-out.tsv");
        foreach (var question in questions)
        {
            var hits = await HitsAsync(connection, question);
            if (!hits.Intersect(question.Sources).Any())
            {
                missed.Add($"{question.Text}: {string.Join(", ", hits)}");
            }
        }

        Assert.That(questions, Has.Count.EqualTo(10));
        Assert.That(questions.Count - missed.Count, Is.GreaterThanOrEqualTo(HeldOutFloor), string.Join('\n', missed));
        TestContext.Out.WriteLine($"{questions.Count - missed.Count} of {questions.Count}");
    }

    private static async Task<List<string>> HitsAsync(Connection connection, Question question)
    {
        var answer = await connection.AskAsync("search", Connection.Pretty(new { query = question.Text, limit = FirstHits }));
        return [.. answer.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("source").GetString()!)];
    }
}
