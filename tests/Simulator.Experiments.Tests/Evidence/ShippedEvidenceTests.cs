using Simulator.Experiments.Evidence;
using Simulator.Experiments.Logs;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Tests.Evidence;

/// <summary>What every shipped case promises: a mechanism that a capacity moves, and numbers that its points really set.</summary>
public sealed class ShippedEvidenceTests
{
    private const decimal Busy = 500;
    private static readonly string Folder = Path.Combine(Golden.Root, "scenarios", "evidence");

    private static readonly Lazy<IReadOnlyList<EvidencePoint>> Points = new(() =>
        EvidencePoints.Read(Path.Combine(Folder, "points.csv"), new LogProblems())
    );

    private static IEnumerable<string> Cases() =>
        Directory
            .EnumerateFiles(Folder, "*.yaml")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Cases))]
    public void Twice_the_capacity_changes_the_prediction(string name)
    {
        var scenario = Read(name);
        var largest = Points.Value.Where(point => point.Case == name).Max(point => point.N);
        var n = scenario.Evidence!.Measure == Measure.Nth ? largest : Math.Max(largest, Busy);
        var predictor = new Predictor(scenario);

        Assert.That(
            predictor.WithTwiceTheCapacity(n).Seconds / predictor.At(n).Seconds,
            Is.Not.EqualTo(1).Within(0.001),
            scenario.Evidence.Capacity
        );
    }

    [TestCaseSource(nameof(Cases))]
    public void Its_numbers_are_what_its_points_set(string name)
    {
        var study = new CaseStudy(name, Read(name));

        Assert.That(study.Factors, Is.All.EqualTo(1).Within(0.01), string.Join(", ", study.Calibrated));
    }

    [TestCaseSource(nameof(Cases))]
    public void Its_calibration_points_are_those_that_were_published(string name)
    {
        foreach (var point in Read(name).Evidence!.Calibrated.SelectMany(number => number.Points))
        {
            var published = Points.Value.Single(other => other.Case == name && other.N == point.N);
            Assert.That(point.Seconds, Is.EqualTo(published.Seconds).Within(1e-9), $"n = {point.N}");
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void It_asks_a_question_and_has_points(string name)
    {
        var scenario = Read(name);

        Assert.That(scenario.Name, Is.EqualTo(name.ToLowerInvariant().Replace('_', '-')));
        Assert.That(scenario.Question, Does.EndWith("?"));
        Assert.That(Points.Value.Count(point => point.Case == name), Is.Positive);
    }

    [Test]
    public void The_shipped_points_have_no_bad_row()
    {
        var problems = new LogProblems();

        EvidencePoints.Read(Path.Combine(Folder, "points.csv"), problems);

        Assert.That(problems.Total, Is.Zero);
    }

    private static Scenario Read(string name) => ScenarioFile.Read(Path.Combine(Folder, name + ".yaml"));
}
