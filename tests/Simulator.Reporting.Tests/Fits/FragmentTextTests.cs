using System.Text;
using Simulator.Analysis.Fitting;
using Simulator.Analysis.Fitting.Laws;
using Simulator.Analysis.Fitting.Samples;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Logs;
using Simulator.Experiments.Scenarios;
using Simulator.Reporting.Fits;

namespace Simulator.Reporting.Tests.Fits;

/// <summary>A fragment is what the reader of scenarios takes, and means the law that was fitted.</summary>
public sealed class FragmentTextTests
{
    private const string Head = "# Does it read?\nschema: 1\nname: fitted\nseed: 1\ncluster: { nodes: 10 }\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("o1sim-fits-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<DurationLaw> Laws() =>
        [
            new ConstantLaw(300),
            new LognormalLaw(6.9, 0.007),
            new LognormalLaw(8.24803, 1.4024),
            new GammaLaw(3, 100),
            new WeibullLaw(0.57, 7_900),
            new ExponentialLaw(0.0123),
            new ParetoLaw(2.5, 10),
            new UniformLaw(100, 400_000),
            new LognormalMixture([
                (0.132, new LognormalLaw(6.9, 0.007)),
                (1.0 / 3, new LognormalLaw(4, 1)),
                (1 - 0.132 - (1.0 / 3), new LognormalLaw(9, 1.5)),
            ]),
            new EmpiricalLaw(EmpiricalDistribution.Of(DurationSample.OfValues([3, 5, 8, 13, 21]))),
        ];

    [TestCaseSource(nameof(Laws))]
    public void Every_law_reads_back_as_itself(DurationLaw law)
    {
        var fit = Fit(law);
        FitFolder.Write(fit, _folder);

        var scenario = ScenarioFile.Parse(Head + FragmentText.Of(fit), "fitted.yaml", _folder);

        var step = scenario.Model.Update.Steps.Single();
        var read = ((DurationSpec.Drawn)step.Takes!).Law;
        foreach (var p in new[] { 0.05, 0.3, 0.5, 0.7, 0.95 })
        {
            Assert.That(read.InverseCdf(p), Is.EqualTo(law.Quantile(p)).Within(1e-3).Percent);
        }

        Assert.That(step.Name, Is.EqualTo("flash-bmc"));
        Assert.That(step.Fails!.Share, Is.EqualTo(0.25).Within(1e-9));
        Assert.That(step.Retry!.Limit, Is.EqualTo(2));
    }

    [Test]
    public void Words_of_the_log_cannot_leave_their_comment()
    {
        var fit = Fit(new ConstantLaw(5));
        var hostile = fit with
        {
            Source = "a\nupdate: 5",
            Steps = [fit.Steps[0] with { Step = "x\r\nseed: 7\u2028y" }],
        };

        var scenario = ScenarioFile.Parse(Head + FragmentText.Of(hostile), "fitted.yaml", _folder);

        Assert.That(scenario.Seed, Is.EqualTo(1));
    }

    [Test]
    public void A_step_without_a_law_is_left_to_a_comment()
    {
        var fit = Fit(new ConstantLaw(5));
        var open = fit.Steps[0] with { Step = "open", Name = "open", Fit = null, Ok = 0, Unfinished = 3 };

        var text = FragmentText.Of(fit with { Steps = [fit.Steps[0], open] });

        Assert.That(text, Does.Contain("    # 'open': no law, 3 unfinished\n"));
        var scenario = ScenarioFile.Parse(Head + text, "fitted.yaml", _folder);
        Assert.That(scenario.Model.Update.Steps.Single().Name, Is.EqualTo("flash-bmc"));
    }

    [Test]
    public void The_page_shows_words_of_the_log_as_words_and_loads_nothing()
    {
        var fit = Fit(new LognormalLaw(4, 1));
        FitFolder.Write(fit with { Steps = [fit.Steps[0] with { Step = "<script>alert(1)</script>" }] }, _folder);

        var page = File.ReadAllText(Path.Combine(_folder, "fit.html"));
        Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("http://").And.Not.Contain("https://"));
        Assert.That(page, Does.Contain("&lt;script&gt;").And.Contain("default-src 'none'"));
    }

    [Test]
    public void All_files_of_a_fit_are_the_same_bytes_each_time()
    {
        var fit = Fit(new LognormalLaw(4, 1));
        var (first, second) = (Path.Combine(_folder, "1"), Path.Combine(_folder, "2"));

        var written = FitFolder.Write(fit, first);
        FitFolder.Write(fit, second);

        string[] wanted =
        [
            "fit-flash-bmc.png",
            "fit-flash-bmc.svg",
            "fit.csv",
            "fit.html",
            "fit.json",
            "fragment.yaml",
            "laws.csv",
            "outliers.csv",
            "problems.csv",
            "summary.txt",
        ];
        Assert.That(written, Is.EqualTo(wanted));
        foreach (var name in wanted)
        {
            var same = File.ReadAllBytes(Path.Combine(first, name));
            Assert.That(File.ReadAllBytes(Path.Combine(second, name)), Is.EqualTo(same), name);
        }
    }

    /// <summary>A fit that looks as one of a log with 100 attempts, 25 of them failed.</summary>
    private static LogFit Fit(DurationLaw law)
    {
        var sample =
            law is EmpiricalLaw
                ? DurationSample.OfValues([3, 5, 8, 13, 21])
                : DurationSample.OfValues(Enumerable.Range(0, 100).Select(place => law.Quantile((place + 0.5) / 100)));
        var chosen = new FittedLaw(law, [], -1, 2, 0.01);
        var verdict = law is EmpiricalLaw ? FitVerdict.Poor : FitVerdict.Adequate;
        IReadOnlyList<FittedLaw> candidates = law is EmpiricalLaw or LognormalMixture
            ? [chosen, new FittedLaw(new ExponentialLaw(50), [], -2, 4, 0.3)]
            : [chosen];
        return new LogFit
        {
            Source = "flash.csv",
            Hash = new string('0', 64),
            Rows = 100,
            Used = 100,
            Problems = new LogProblems(),
            Unit = "s",
            UnitSeconds = 1,
            Seed = 1,
            Warnings = [],
            Steps =
            [
                new StepFit
                {
                    Step = "Flash BMC",
                    Name = "flash-bmc",
                    Ok = 75,
                    Failed = 25,
                    Unfinished = 0,
                    Fit = new SampleFit(sample, verdict, chosen, candidates),
                    Poll = 30,
                    Fails = BinomialInterval.Of(25, 100),
                    MostAttempts = 3,
                },
            ],
        };
    }
}
