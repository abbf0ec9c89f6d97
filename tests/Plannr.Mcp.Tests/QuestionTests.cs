namespace Plannr.Mcp.Tests;

/// <summary>Tests that one of the first three hits answers a question in natural language.</summary>
public sealed class QuestionTests
{
    private const int FirstHits = 3;

    // The score of the search after its last tuning, which did not use these questions.
    private const int MinHeldOutScore = 10;

    private static IEnumerable<string> Texts => Question.Read("thirty.tsv").Select(q => q.Text);

    [TestCaseSource(nameof(Texts))]
    public async Task Question_is_answered_by_one_of_the_first_three_hits(string text)
    {
        await using var connection = await Connection.OverHttpAsync();
        var question = Question.Read("thirty.tsv").Single(q => q.Text == text);

        Assert.That(await HitsAsync(connection, question), Has.Some.AnyOf([.. question.Sources]), text);
    }

    [Test]
    public async Task Questions_that_the_tuning_did_not_use_reach_the_minimum_score()
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
        Assert.That(questions.Count - missed.Count, Is.GreaterThanOrEqualTo(MinHeldOutScore), string.Join('\n', missed));
        TestContext.Out.WriteLine($"{questions.Count - missed.Count} of {questions.Count} questions are answered by one of the first three hits.");
    }

    private static async Task<List<string>> HitsAsync(Connection connection, Question question)
    {
        var response = await connection.AskAsync("search", Connection.Pretty(new { query = question.Text, limit = FirstHits }));
        return [.. response.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("source").GetString()!)];
    }
}
