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
    [TestCase("2,{0},\"One\nmore\",done,200,\n4,{0},One,,200,", 4)]
    public void Invalid_row_of_a_result_file_is_reported_with_its_line(string rows, int line)
    {
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, rows, First);
        var expected = $"{_folder.PathOf("results.csv")}({line}) is not a row of a result file of 'plannr connections relabel'. Specify the correct file with --results.";

        Assert.That(Assert.Throws<CommandFailure>(() => Results(text + "\n"))!.Message, Is.EqualTo(expected));
        Assert.That(Assert.Throws<CommandFailure>(() => Results($"{text}\n2,{First},One,done,200,\n"))!.Message, Is.EqualTo(expected));
    }

    [TestCase("", "line,uuid,la")]
    [TestCase(Header, "2,{0},Two,done,200,")]
    [TestCase(Header, "2,{0},\"Two\n")]
    [TestCase(Header + "2,{0},One,done,200,\n", "3,{0},Two,fai")]
    public void Last_row_of_a_result_file_that_is_cut_off_is_ignored(string complete, string last)
    {
        var (rows, rest) = (complete.Replace("{0}", First, StringComparison.Ordinal), last.Replace("{0}", First, StringComparison.Ordinal));

        var results = EarlierResults.Read(_folder.Write("results.csv", rows + rest));

        Assert.That((results.IsCutOff, results.CompleteBytes), Is.EqualTo((true, (long)rows.Length)));
        Assert.That(results.WasDone(new LabelRow(2, TestSandbox.Uuid(1), "Two")), Is.Null);
    }

    [TestCase("2,{0},One,done,200,\n")]
    [TestCase("")]
    public void Result_file_without_an_incomplete_row_is_kept(string rows)
    {
        var text = rows.Replace("{0}", First, StringComparison.Ordinal);

        var results = Results(text);

        Assert.That((results.IsCutOff, results.CompleteBytes), Is.EqualTo((false, (long)(Header + text).Length)));
    }

    [TestCase("line,uuid,la\n")]
    [TestCase("line,uuid,la\n2,22222222-2222-4222-8222-000000000001,One,do")]
    public void Header_that_is_cut_off_and_ends_with_a_line_break_is_reported(string text)
    {
        var file = _folder.Write("results.csv", text);

        Assert.That(
            Assert.Throws<CommandFailure>(() => EarlierResults.Read(file))!.Message,
            Is.EqualTo($"{file}(1) is not a row of a result file of 'plannr connections relabel'. Specify the correct file with --results."));
    }

    [Test]
    public void Result_file_that_cannot_be_read_is_reported()
    {
        var file = _folder.PathOf("missing.csv");

        Assert.That(
            Assert.Throws<CommandFailure>(() => EarlierResults.Read(file))!.Message,
            Is.EqualTo($"The result file {file} cannot be read: it does not exist. Specify another file with --results."));
    }

    [Test]
    public void Label_file_is_locked_until_it_is_disposed()
    {
        var file = _folder.Write("labels.csv", $"uuid,label\n{First},One\n");
        using (LabelFile.Open(file))
        {
            Assert.Throws<IOException>(() => new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose());
        }

        Assert.DoesNotThrow(() => new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose());
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no pipes with a path in a folder.")]
    public async Task Label_file_that_is_a_pipe_can_be_read_twice()
    {
        var pipe = _folder.PathOf("labels");
        await CliWrap.Cli.Wrap("mkfifo").WithArguments(pipe).ExecuteAsync();
        var writing = Task.Run(() => File.WriteAllText(pipe, $"uuid,label\n{First},One\n"));

        using var labels = LabelFile.Open(pipe);
        await writing;

        Assert.That(labels.Check(_ => { }, CancellationToken.None), Is.EqualTo((1, 0)));
        Assert.That(labels.Rows(), Is.EqualTo(new[] { new LabelRow(2, TestSandbox.Uuid(1), "One") }));
    }

    [Test]
    public void Other_columns_of_a_label_file_are_ignored()
    {
        using var labels = LabelFile.Open(_folder.Write("labels.csv", $"note,Label , UUID,label 2\nx,One,{First},y\n"));

        Assert.That(labels.Rows(), Is.EqualTo(new[] { new LabelRow(2, TestSandbox.Uuid(1), "One") }));
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

    [TestCase(false, "All 4 rows of labels.csv can be sent; 3 already have a result.\nWould send 1 request")]
    [TestCase(true, "All 4 rows of labels.csv can be sent; 1 already has a result.\nWould send 3 requests")]
    public void Forecast_excludes_rows_with_a_result(bool retriesFailed, string expected)
    {
        using var labels = LabelFile.Open(_folder.Write("labels.csv", "uuid,label\n" + string.Concat(Enumerable.Range(1, 4).Select(i => $"{TestSandbox.Uuid(i)},New\n"))));
        var earlier = Results($"2,{TestSandbox.Uuid(1)},New,done,200,\n3,{TestSandbox.Uuid(2)},New,failed,503,Not now.\n4,{TestSandbox.Uuid(3)},New,failed,503,Not now.\n");

        var plan = RelabelPlan.Of(labels, earlier, retriesFailed, requestsPerMinute: 0);

        Assert.That(plan.Forecast("labels.csv", "results.csv"), Does.StartWith(expected));
        Assert.That(plan.Rows.Select(r => r.Line), Is.EqualTo(retriesFailed ? new[] { 3L, 4L, 5L } : [5L]));
        Assert.That((plan.Count.Done, plan.Count.Failed), Is.EqualTo((1, retriesFailed ? 0 : 2)));
    }

    private EarlierResults Results(string rows) => EarlierResults.Read(_folder.Write("results.csv", Header + rows));
}
