using Simulator.Experiments.Evidence;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Tests.Evidence;

/// <summary>The section <c>evidence</c> of a scenario file.</summary>
public sealed class EvidenceSectionTests
{
    [Test]
    public void It_becomes_a_spec()
    {
        var spec = Toy.Serial(
            "calibrate: { update.steps.each.takes: { points: { 1: 1 s, 2.5: 4 s }, why: a test } }\n  margin: 5 %",
            "p999"
        ).Evidence!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(spec.Sets, Is.EqualTo("cluster.nodes"));
            Assert.That(spec.Measure.Name, Is.EqualTo("p999"));
            Assert.That(spec.Margin, Is.EqualTo(0.05));
            Assert.That(spec.IsNegativeControl, Is.False);
            Assert.That(
                spec.Calibrated[0].Points,
                Is.EqualTo([new CalibrationPoint(1, 1), new CalibrationPoint(2.5m, 4)])
            );
        }
    }

    [TestCase(
        "calibrate: { update.steps.eech.takes: { points: { 1: 1 s }, why: w } }",
        "Did you mean 'update.steps.each.takes'?"
    )]
    [TestCase(
        "calibrate: { update.steps.each.takes: { points: { 1: 1 s, 1.0: 2 s }, why: w } }",
        "n = 1.0 stands there twice"
    )]
    [TestCase("calibrate: { update.steps.each.takes: { points: { 0: 1 s }, why: w } }", "a number above 0")]
    [TestCase("calibrate: { update.steps.each.takes: { points: {}, why: w } }", "a map from n to the time")]
    [TestCase("calibrate: { update.steps.each.takes: { points: { 1: 1 s } } }", "why")]
    [TestCase("sets: cluster.gpus-per-node", "names no quantity")]
    [TestCase("kind: control", "negative-control")]
    public void What_is_wrong_is_told(string evidence, string words) =>
        Assert.That(() => Toy.Serial(evidence), Throws.TypeOf<ScenarioException>().With.Message.Contains(words));

    [Test]
    public void A_quantity_in_two_parts_cannot_be_scaled() =>
        Assert.That(
            () =>
                ScenarioFile.Parse(
                    Toy.Text(
                        "each: { takes: 1 min 5 s, uses: server }",
                        "calibrate: { update.steps.each.takes: { points: { 1: 1 s }, why: w } }"
                    ),
                    "toy.yaml",
                    "."
                ),
            Throws.TypeOf<ScenarioException>().With.Message.Contains("'1 min 5 s' cannot be scaled")
        );

    [Test]
    public void Three_calibrated_numbers_are_too_many()
    {
        const string number = "{ points: { 1: 1 s }, why: w }";
        var evidence =
            $"calibrate: {{ update.steps.start.takes: {number}, update.steps.each.takes: {number}, cluster.nodes: {number} }}";

        Assert.That(
            () => Toy.Line(evidence),
            Throws.TypeOf<ScenarioException>().With.Message.Contains("The most is 2")
        );
    }

    [Test]
    public void It_changes_no_hash() =>
        Assert.That(Toy.Serial("margin: 5 %").Hash, Is.EqualTo(Toy.Serial("margin: 7 %").Hash));
}
