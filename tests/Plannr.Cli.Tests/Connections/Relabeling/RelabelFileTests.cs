using Plannr.Cli.Connections.Relabeling;

namespace Plannr.Cli.Tests.Connections.Relabeling;

/// <summary>Tests the files that <c>plannr connections relabel</c> reads, and the forecast of <c>--dry-run</c>.</summary>
public sealed class RelabelFileTests : IDisposable
{
    private const string Header = "line,uuid,label,result,status,message\n";

    private static readonly string First = TestSandbox.Uuid(1).ToString();

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestCase("labels.csv", "labels.results.csv")]
    [TestCase("labels", "labels.results.csv")]
    [TestCase("a.b.csv", "a.b.results.csv")]
    [TestCase("-", "labels.results.csv")]
    public void Result_file_is_named_after_the_label_file(string labels, string expected)
        => Assert.That(ResultFile.PathFor(labels), Is.EqualTo(expected));

    [Test]
    public void Result_file_is_in_the_folder_of_the_label_file()
        => Assert.That(ResultFile.PathFor(_folder.PathOf("labels.csv")), Is.EqualTo(_folder.PathOf("labels.results.csv")));

    [TestCase("2,{0},One,done,200,", true)]
    [TestCase("2,{0},One,failed,503,Not now.", false)]
    [TestCase("2,{0},Two,done,200,", null)]
    [TestCase("2,{0},one,done,200,", null)]
    [TestCase("2,22222222-2222-4222-8222-000000000002,One,done,200,", null)]
    [TestCase("2,{0},One,done,200,\n2,{0},One,failed,503,Not now.", false)]
    [TestCase("2,{0},One,failed,503,Not now.\n2,{0},One,done,200,", true)]
    public void Last_earlier_result_of_the_same_connection_and_label_applies(string rows, bool? expected)
    {
        var results = Results(string.Format(System.Globalization.CultureInfo.InvariantCulture, rows, First) + "\n");

        Assert.That(results.WasDone(new LabelRow(2, TestSandbox.Uuid(1), "One")), Is.EqualTo(expected));
        Assert.That(results.IsCutOff, Is.False);
    }

    [TestCase("2,{0},One,done,200", 2)]
    [TestCase("2,{0},One,done,200,,", 2)]
    [TestCase("2,nobody,One,done,200,", 2)]
    [TestCase("2,{0},One,perhaps,200,", 2)]
    [TestCase("2,{0},One,done,200,\n3,{0},One,,200,", 3)]
    public void Invalid_row_of_a_result_file_is_reported_with_its_line(string rows, int line)
    {
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, rows, First);
        var expected = $"{_folder.PathOf("results.csv")}({line}) is not a row of a result file of 'plannr connections relabel'. Specify the correct file with --results.";

        Assert.That(Assert.Throws<CommandFailure>(() => Results(text + "\n"))!.Message, Is.EqualTo(expected));
        Assert.That(Assert.Throws<CommandFailure>(() => Results($"{text}\n2,{First},One,done,200,\n"))!.Message, Is.EqualTo(expected));
    }

    [Test]
    public void Row_over_the_size_limit_is_reported_with_its_line()
    {
        var file = _folder.Write("labels.csv", $"uuid,label\n{First},One\n{First},\"{new string('x', 17 * 1024 * 1024)}\"\n");
        using var labels = LabelFile.Open(file);

        Assert.That(Assert.Throws<CommandFailure>(() => labels.Check(_ => { }, CancellationToken.None))!.Message, Is.EqualTo($"{file}(3): the row that starts here is larger than 16 MiB. Check whether a quote is missing."));
    }

    [Test]
    public void Canceled_check_throws_OperationCanceledException()
    {
        using var labels = LabelFile.Open(_folder.Write("labels.csv", $"uuid,label\n{First},One\n"));

        Assert.Throws<OperationCanceledException>(() => labels.Check(_ => { }, new CancellationToken(canceled: true)));
    }

    [Test]
    public void Row_that_became_invalid_after_the_check_is_reported()
    {
        var file = _folder.Write("labels.csv", $"uuid,label\n{First},\n");
        using var labels = LabelFile.Open(file);

        Assert.That(
            Assert.Throws<CommandFailure>(() => _ = labels.Rows().ToArray())!.Message,
            Is.EqualTo($"{file}(2) changed while the file was read: the label is empty. To remove a label, use 'plannr connections update {First} --label \"\"'. Run the command again with --resume."));
    }

    // The requests of the first minute are sent at once.
    [TestCase(1, 1, "1 request, and")]
    [TestCase(2, 1, "2 requests in about 1 min, and")]
    [TestCase(10, 10, "10 requests, and")]
    [TestCase(11, 10, "11 requests in about 1 min, and")]
    [TestCase(20, 10, "20 requests in about 1 min, and")]
    [TestCase(21, 10, "21 requests in about 2 min, and")]
    [TestCase(21, 0, "21 requests, and")]
    public void Forecast_has_the_minutes_that_the_requests_take_with_the_rate_limit(int rows, int requestsPerMinute, string expected)
    {
        using var labels = LabelFile.Open(_folder.Write("labels.csv", "uuid,label\n" + string.Concat(Enumerable.Range(1, rows).Select(i => $"{TestSandbox.Uuid(i)},New\n"))));

        var forecast = RelabelPlan.Of(labels, earlier: null, retriesFailed: false, requestsPerMinute).Forecast("labels.csv", "results.csv");

        Assert.That(forecast, Is.EqualTo($"{(rows == 1 ? "The row" : $"All {rows} rows")} of labels.csv can be sent.\nWould send {expected} write the results to results.csv.\nNothing was sent."));
    }

    [TestCase(false, "All 3 rows of labels.csv can be sent; 2 already have a result.\nWould send 1 request")]
    [TestCase(true, "All 3 rows of labels.csv can be sent; 1 already has a result.\nWould send 2 requests")]
    public void Forecast_excludes_rows_with_a_result(bool retriesFailed, string expected)
    {
        using var labels = LabelFile.Open(_folder.Write("labels.csv", "uuid,label\n" + string.Concat(Enumerable.Range(1, 3).Select(i => $"{TestSandbox.Uuid(i)},New\n"))));
        var earlier = Results($"2,{TestSandbox.Uuid(1)},New,done,200,\n3,{TestSandbox.Uuid(2)},New,failed,503,Not now.\n");

        var plan = RelabelPlan.Of(labels, earlier, retriesFailed, requestsPerMinute: 0);

        Assert.That(plan.Forecast("labels.csv", "results.csv"), Does.StartWith(expected));
        Assert.That(plan.Rows.Select(r => r.Line), Is.EqualTo(retriesFailed ? new[] { 3L, 4L } : [4L]));
    }

    private EarlierResults Results(string rows) => EarlierResults.Read(_folder.Write("results.csv", Header + rows));
}
