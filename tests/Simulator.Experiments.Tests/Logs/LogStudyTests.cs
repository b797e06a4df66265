using System.Globalization;
using System.Text;
using Simulator.Analysis.Fitting;
using Simulator.Analysis.Fitting.Laws;
using Simulator.Experiments.Logs;

namespace Simulator.Experiments.Tests.Logs;

/// <summary>What a log of attempts says, and which of its rows cannot be used.</summary>
public sealed class LogStudyTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("o1sim-logs-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("n1,,0,5,ok", "missing", "the step is missing")]
    [TestCase(",boot,0,5,ok", "missing", "the node is missing")]
    [TestCase("n1,boot,,5,ok", "missing", "the start is missing")]
    [TestCase("n1,boot,0,,ok", "missing", "the end is missing although the outcome is 'ok'")]
    [TestCase("n1,boot,0,soon,ok", "unreadable", "the end is 'soon', neither a number nor a date")]
    [TestCase("n1,boot,9,5,ok", "reversed", "it ends at '5', before its start at '9': are both of one time zone?")]
    [TestCase("n1,boot,5,5,ok", "empty", "it takes no time")]
    [TestCase("n1,boot,0,5,perhaps", "outcome", "the outcome is 'perhaps'; write --outcomes perhaps=ok")]
    [TestCase(
        "n1,boot,0,2026-11-23T20:45:09Z,ok",
        "zone",
        "is a date with time zone, the first time of the log is a plain"
    )]
    public void A_bad_row_is_named_with_its_row_and_reason(string row, string kind, string reason)
    {
        var file = Write("node,step,start,end,outcome\nn0,boot,0,7,ok\n" + row + "\nn2,boot,0,9,ok\n");

        var refused = Assert.Throws<LogProblemsException>(() => LogStudy.Run(file, new LogOptions()))!;

        var problem = refused.Problems.Kept.Single();
        Assert.That((problem.Row, problem.Kind), Is.EqualTo((3, kind)));
        Assert.That(problem.Detail, Does.StartWith(reason).Or.Contain(reason));
        Assert.That(refused.Message, Does.Contain("row 3: ").And.Contain($"1 {kind}"));
        var rest = LogStudy.Run(file, new LogOptions { UsesRest = true });
        Assert.That((rest.Rows, rest.Used), Is.EqualTo((3, 2)));
        Assert.That(rest.Warnings, Has.Some.Contains("1 of 3 rows were left out"));
    }

    [Test]
    public void Rows_of_one_node_and_step_that_repeat_overlap_or_lack_an_end_are_named()
    {
        var file = Write(
            "node,step,start,end\n"
                + "a,boot,0,10\na,boot,0,10\n" // 3 repeats 2
                + "b,boot,0,10\nb,boot,9,20\nb,boot,30,40\n" // 4 and 5 overlap
                + "c,boot,0,\nc,boot,30,40\n" // 7 has no end
                + "d,boot,0,10\nd,drain,5,20\nd,boot,10,20\n" // steps may run side by side, ends may meet begins
        );

        var fit = LogStudy.Run(file, new LogOptions { UsesRest = true });

        var found = fit.Problems.Kept.Select(problem => $"{problem.Row} {problem.Kind}: {problem.Detail}");
        Assert.That(
            found,
            Is.EqualTo([
                "3 duplicate: it repeats row 2",
                "5 overlap: it begins before row 4 of the same node and step ends; neither is used",
                "7 missing: the end is missing although row 8 begins the step on the node again",
            ])
        );
        Assert.That(fit.Used, Is.EqualTo(6));
    }

    [Test]
    public void Unknown_nodes_and_changing_racks_are_named()
    {
        var inventory = Write("node,rack\na,r1\nb,r1\nc,r2\n", "nodes.csv");
        var file = Write("node,step,start,end\na,boot,0,10\nx,boot,0,10\n");
        var moved = Write("node,step,start,end,rack\na,boot,0,10,r1\na,boot,20,30,r2\n", "moved.csv");

        var unknown = Assert.Throws<LogProblemsException>(() =>
            LogStudy.Run(file, new LogOptions { Inventory = inventory })
        )!;
        var changed = Assert.Throws<LogProblemsException>(() => LogStudy.Run(moved, new LogOptions()))!;

        Assert.That(unknown.Message, Does.Contain("row 3: the node 'x' is not in the inventory."));
        Assert.That(changed.Message, Does.Contain("row 3: the node 'a' was in another rack before."));
    }

    [TestCase("2026-11-23T20:00:00Z", "2026-11-23T20:01:30Z", 90)]
    [TestCase("2026-11-23T20:00:00+01:00", "2026-11-23T20:01:30+00:00", 3690)]
    [TestCase("2026-11-23T20:00:00.250Z", "2026-11-23T20:00:01Z", 0.75)]
    [TestCase("2026-02-28 23:59:00", "2026-03-01 00:00:00", 60)]
    [TestCase("2024-02-28T23:59-0130", "2024-02-29T00:00-0130", 60)]
    [TestCase("1700000000.5", "1700000002", 1.5)]
    [TestCase("\"1700000000\"", " 1700000002 ", 2)]
    public void Times_are_read_as_they_are_meant(string start, string end, double seconds)
    {
        var file = Write($"node,step,start,end\r\na,boot,{start},{end}\r\n");

        var fit = LogStudy.Run(file, new LogOptions());

        Assert.That(fit.Steps.Single().Fit!.Chosen.Law.Mean, Is.EqualTo(seconds).Within(1e-9));
    }

    [Test]
    public void Failures_attempts_and_unfinished_ones_are_counted_and_the_law_is_that_of_good_ends()
    {
        var text = new StringBuilder("host,task,begin,finish,state\n");
        for (var node = 0; node < 400; node++)
        {
            var time = 1_000 * node;
            if (node % 4 == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"h{node},Flash BMC,{time},{time + 5},NODE_FAIL\n");
                text.Append(CultureInfo.InvariantCulture, $"h{node},Flash BMC,{time + 10},{time + 15},FAILED\n");
            }

            var end = node == 399 ? "Unknown" : $"{time + 20 + Duration(node)}";
            text.Append(
                CultureInfo.InvariantCulture,
                $"h{node},Flash BMC,{time + 20},{end},{(node == 399 ? "RUNNING" : "COMPLETED")}\n"
            );
        }

        var columns = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["node"] = "host",
            ["step"] = "task",
            ["start"] = "begin",
            ["end"] = "finish",
            ["outcome"] = "state",
        };
        var fit = LogStudy.Run(Write(text.ToString()), new LogOptions { Columns = columns });

        var step = fit.Steps.Single();
        Assert.That((step.Step, step.Name), Is.EqualTo(("Flash BMC", "flash-bmc")));
        Assert.That((step.Ok, step.Failed, step.Unfinished, step.MostAttempts), Is.EqualTo((399, 200, 1, 3)));
        Assert.That(step.Fails!.Share, Is.EqualTo(200.0 / 599).Within(1e-12));
        Assert.That(step.FailedMedian, Is.EqualTo(5));
        Assert.That(step.Fit!.Sample.Total, Is.EqualTo(400));
        Assert.That(step.Fit.Sample.Finished, Is.EqualTo(399));
        Assert.That(step.Warnings, Has.Some.Contains("Failed attempts take"));
    }

    [Test]
    public void An_attempt_may_fail_at_once()
    {
        var file = Write("node,step,start,end,outcome\na,boot,0,0,failed\na,boot,0,9,ok\n");

        var step = LogStudy.Run(file, new LogOptions()).Steps.Single();

        Assert.That((step.Ok, step.Failed, step.MostAttempts), Is.EqualTo((1, 1, 2)));
    }

    [Test]
    public void Polled_ends_are_intervals_and_the_last_look_bounds_what_runs()
    {
        var file = Write("node,step,start,end\na,boot,0,30\nb,boot,5,120\nc,boot,60,\n");
        var polls = new Dictionary<string, string>(StringComparer.Ordinal) { ["boot"] = "30 s" };

        var fit = LogStudy.Run(file, new LogOptions { Polls = polls, Until = "200" });

        var step = fit.Steps.Single();
        Assert.That(step.Poll, Is.EqualTo(30));
        var ends = step.Fit!.Sample.Observations.Select(entry => (entry.Low, entry.High));
        // the last look at what runs was some time within the period before the end, half of it ago on average
        Assert.That(ends, Is.EqualTo([(0.0, 30.0), (85.0, 115.0), (125.0, double.PositiveInfinity)]));
    }

    [Test]
    public void Racks_that_differ_and_outliers_are_named()
    {
        var text = new StringBuilder("node,rack,step,duration\n");
        for (var node = 0; node < 400; node++)
        {
            var seconds = node == 77 ? 90_000 : Duration(node) * (node / 40 % 2 == 0 ? 1 : 3);
            text.Append(CultureInfo.InvariantCulture, $"n{node},r{node / 40},boot,{seconds}\n");
        }

        var step = LogStudy.Run(Write(text.ToString()), new LogOptions()).Steps.Single();

        Assert.That(step.RackCorrelation!.Groups, Is.EqualTo(10));
        Assert.That(step.RackCorrelation.Lower, Is.GreaterThan(0.2));
        Assert.That(step.Warnings, Has.Some.Contains("Nodes of one rack resemble each other"));
        Assert.That(step.Outliers.Single(), Is.EqualTo(new OutlierResult(79, "n77", 90_000)));
    }

    [Test]
    public void A_poor_fit_and_a_small_one_say_so()
    {
        var text = new StringBuilder("step,duration\n");
        foreach (var place in Enumerable.Range(0, 900))
        {
            text.Append(CultureInfo.InvariantCulture, $"ladder,{Math.Pow(2, 1 + (place % 9))}\n");
        }

        text.Append("few,5\nfew,6\nfew,9\n");
        var fit = LogStudy.Run(Write(text.ToString()), new LogOptions());

        Assert.That(fit.Steps[0].Fit!.Chosen.Law, Is.InstanceOf<EmpiricalLaw>());
        Assert.That(fit.Steps[0].Warnings, Has.Some.Contains("No law comes within D = 0.05"));
        Assert.That(fit.Steps[1].Fit!.Verdict, Is.EqualTo(FitVerdict.TooFew));
        Assert.That(fit.Steps[1].Warnings, Has.Some.Contains("Only 3 ended well, fewer than 20"));
    }

    [TestCase("", "is empty")]
    [TestCase("node,step,start,end\n", "has no row below its column names")]
    [TestCase("host,step,start\na,b,1\n", "no column 'end'")]
    [TestCase("node,start,end\na,1,2\n", "no column 'step'")]
    public void A_file_that_is_no_log_is_refused(string text, string reason) =>
        Assert.That(
            () => LogStudy.Run(Write(text), new LogOptions()),
            Throws.InstanceOf<LogException>().With.Message.Contains(reason)
        );

    [Test]
    public void Quotes_commas_line_ends_and_a_byte_order_mark_are_read_as_in_RFC_4180()
    {
        var file = Write(
            "\uFEFFnode,step,duration\r\n\"a, \"\"x\"\"\",\"two\nlines\",5\r\n\r\nb,\"two\nlines\",bad\r\n"
        );

        var refused = Assert.Throws<LogProblemsException>(() => LogStudy.Run(file, new LogOptions()))!;
        var fit = LogStudy.Run(file, new LogOptions { UsesRest = true });

        Assert.That(refused.Problems.Kept.Single().Row, Is.EqualTo(5));
        Assert.That(fit.Steps.Single().Step, Is.EqualTo("two\nlines"));
    }

    [Test]
    public void Rows_across_the_ends_of_the_buffer_are_read_whole()
    {
        var text = new StringBuilder("node,step,duration,remark\n");
        const int rows = 60_000;
        for (var row = 0; row < rows; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"n{row},boot,{10 + (row % 7)},{new string('x', row % 97)}\n");
        }

        var fit = LogStudy.Run(Write(text.ToString()), new LogOptions());

        Assert.That(fit.Used, Is.EqualTo(rows));
        var sizes = fit.Steps.Single().Fit!.Sample.Observations.Select(entry => (entry.High, entry.Count));
        Assert.That(sizes.Select(size => size.High), Is.EqualTo(Enumerable.Range(10, 7)));
        Assert.That(sizes.Sum(size => size.Count), Is.EqualTo(rows));
    }

    private static double Duration(int node) => Math.Round(60 + (120 * Math.Abs(Math.Sin(node))), 3);

    private string Write(string text, string name = "log.csv")
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
