using Simulator.Experiments.Evidence;

namespace Simulator.Experiments.Tests.Evidence;

/// <summary>Calibration, leave-one-out and intervals, by hand on cases whose predictions are simple formulas.</summary>
public sealed class CaseStudyTests
{
    private const string ThreePoints =
        "calibrate: { update.steps.each.takes: { points: { 1: 1 s, 2: 4 s, 4: 4 s }, why: a test } }";

    /// <summary>b without the point is the geometric mean of T/n at the others: (2 1)^½, (1 1)^½, (1 2)^½.</summary>
    [TestCase(1, 1, 1.41421356)]
    [TestCase(2, 4, 2)]
    [TestCase(4, 4, 5.65685425)]
    public void A_calibration_point_is_predicted_without_itself(int n, double measured, double predicted)
    {
        var row = Toy.Predict(Toy.Serial(ThreePoints), n, measured);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(row.Predicted, Is.EqualTo(predicted).Within(1e-6));
            Assert.That(row.Error, Is.EqualTo((predicted / measured) - 1).Within(1e-6));
            Assert.That(row.Kind, Is.EqualTo(PointKind.Calibrated));
            Assert.That(row.Basis, Is.EqualTo(PredictionBasis.LeaveOneOut));
        }
    }

    [Test]
    public void Another_point_is_predicted_by_all_of_them_with_an_interval_from_leaving_each_out()
    {
        var row = Toy.Predict(Toy.Serial(ThreePoints), 8, 9);

        using (Assert.EnterMultipleScope())
        {
            // b = (1 2 1)^⅓
            Assert.That(row.Predicted, Is.EqualTo(8 * Math.Pow(2, 1.0 / 3)).Within(1e-5));
            // without each: 8 √2, 8, 8 √2; they miss their points by factors √2, 2 and √2
            Assert.That(row.Low, Is.EqualTo(4).Within(1e-5));
            Assert.That(row.High, Is.EqualTo(16).Within(1e-5));
            Assert.That(row.Kind, Is.EqualTo(PointKind.Unseen));
            Assert.That(row.IsInside);
        }
    }

    [Test]
    public void Two_points_are_in_sample_and_their_interval_is_the_declared_margin()
    {
        var scenario = Toy.Serial(
            "calibrate: { update.steps.each.takes: { points: { 1: 1 s, 2: 8 s }, why: a test } }\n  margin: 25 %"
        );
        var row = Toy.Predict(scenario, 2, 8);

        using (Assert.EnterMultipleScope())
        {
            // b = (1 4)^½ = 2
            Assert.That(row.Predicted, Is.EqualTo(4).Within(1e-6));
            Assert.That(row.Basis, Is.EqualTo(PredictionBasis.InSample));
            Assert.That(row.Low, Is.EqualTo(4 / 1.25).Within(1e-6));
            Assert.That(row.High, Is.EqualTo(4 * 1.25).Within(1e-6));
        }
    }

    [Test]
    public void Two_numbers_are_found_where_the_points_lie_on_the_line_of_the_model()
    {
        // T = 2 + 0.5 n
        var scenario = Toy.Line(
            """
            calibrate:
                update.steps.start.takes: { points: { 1: 2.5 s, 2: 3 s }, why: a test }
                update.steps.each.takes: { points: { 8: 6 s, 16: 10 s }, why: a test }
            """
        );
        var study = new CaseStudy("toy", scenario);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(study.Factors[0], Is.EqualTo(2.0 / 3).Within(1e-3));
            Assert.That(study.Factors[1], Is.EqualTo(0.5).Within(1e-3));
            Assert.That(Toy.Predict(scenario, 16, 10).Error, Is.Zero.Within(1e-3));
            Assert.That(Toy.Predict(scenario, 100, 52).Error, Is.Zero.Within(1e-3));
        }
    }

    [Test]
    public void A_number_that_cannot_meet_its_points_is_an_error_with_its_name()
    {
        // a step before may take 3 s or less, T(2) is at least 2 b = 2 s
        var scenario = Toy.Line("calibrate: { update.steps.start.takes: { points: { 2: 1 s }, why: a test } }");

        Assert.That(
            () => new CaseStudy("toy", scenario),
            Throws
                .TypeOf<EvidenceException>()
                .With.Message.EqualTo("toy: no value of update.steps.start.takes meets its points (2)")
        );
    }

    [Test]
    public void A_random_order_of_unequal_nodes_has_an_interval()
    {
        // node 0 takes 9 s, node 1 takes 1 s, one at a time: the first end is at 9 s or at 1 s
        const string text = """
            schema: 1
            name: toy
            cluster: { nodes: 2 }
            update: { steps: { each: { takes: { listed: [9 s, 1 s] } } } }
            rollout: { admission: window, limit: { max-unavailable: 1 }, order: random }
            evidence:
              n: nodes
              measures: nth
              mechanism: one at a time
              capacity: rollout.limit.max-unavailable
              source: nowhere
              licence: none
            """;

        var row = Toy.Predict(Scenarios.Samples.Read(text), 1, 5);

        Assert.That((row.Low, row.High), Is.EqualTo((1.0, 9.0)));
    }

    /// <summary>Ends of ten nodes: 1, 2, ..., 10 s.</summary>
    [TestCase("makespan", 10, 10)]
    [TestCase("mean", 10, 5.5)]
    [TestCase("p50", 10, 5)]
    [TestCase("p90", 10, 9)]
    [TestCase("p99", 10, 10)]
    [TestCase("nth", 3, 3)]
    public void Each_measure_reads_the_ends_of_the_nodes(string measure, int n, double seconds) =>
        Assert.That(Toy.Predict(Toy.Serial("", measure), n, 1).Predicted, Is.EqualTo(seconds));

    [Test]
    public void A_negative_control_never_counts()
    {
        var row = Toy.Predict(Toy.Serial("kind: negative-control"), 10, 10);

        Assert.That(row.Kind, Is.EqualTo(PointKind.NegativeControl));
    }
}
