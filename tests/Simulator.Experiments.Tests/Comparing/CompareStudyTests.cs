using Simulator.Experiments.Comparing;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Tests.Scenarios;
using Simulator.Experiments.Tests.Studies;

namespace Simulator.Experiments.Tests.Comparing;

/// <summary>Comparisons that can be worked out by hand: four nodes, one step of a minute.</summary>
public sealed class CompareStudyTests
{
    [Test]
    public void Windows_of_1_2_and_4_trade_time_against_nodes_out_at_once()
    {
        var found = Compare(Window("one", 1), Window("two", 2), Window("four", 4));

        Assert.That(found.Rows.Select(row => row.Cell.Makespan!.Mean), Is.EqualTo([240, 120, 60]));
        Assert.That(found.Rows.Select(row => row.PeakUnavailableMost), Is.EqualTo([1, 2, 4]));
        Assert.That(found.Rows.Select(row => row.LostNodeHours), Is.All.EqualTo(4 / 60.0));
        Assert.That(found.Rows.Select(row => row.IsOnFront), Is.All.True);
        var times = found.Pairs.Where(pair => pair.Quantity == ComparedQuantity.Makespan).ToList();
        Assert.That(times.Select(pair => pair.Paired!.Difference.Mean), Is.EqualTo([-120, -180]));
        Assert.That(found.Pairs.Select(pair => pair.IsReal), Is.EqualTo([true, false, true, false]));
    }

    [Test] // a barrier waits for the slowest of each batch: longer, with as many out and the same work
    public void A_barrier_is_beaten_by_a_window_of_the_same_size()
    {
        const string Rollout = "rollout: { admission: batch, limit: { max-unavailable: 2 } }";
        const string Work = "work: { takes: { exponential: { mean: 5 min } } }";
        var found = Compare(Window("window", 2, Work), Read("batch", Rollout, Work));

        Assert.That(found.Rows.Select(row => row.IsOnFront), Is.EqualTo([true, false]));
        Assert.That(found.Pairs[0].Paired!.Difference.Lower, Is.Positive);
        Assert.That(found.Pairs.Select(pair => pair.IsReal), Is.EqualTo([true, false]));
    }

    [Test] // each node fails with 99.9 %: nobody gets past the first
    public void Who_stops_early_has_no_time_and_is_on_no_front()
    {
        const string Stops = "rollout: { limit: { max-unavailable: 1 }, failure: { max-errors: 0 } }";
        var found = Compare(Window("ends", 1), Read("stops", Stops, "work: { takes: 1 min, fails: 99.9 % }"));

        var stopped = found.Rows[1];
        Assert.That(
            (stopped.Cell.Makespan, stopped.LostNodeHours, stopped.IsOnFront),
            Is.EqualTo((default(object), default(double?), false))
        );
        Assert.That((stopped.Cell.CompletedShare, stopped.Cell.ReachedNodesMean), Is.EqualTo((0, 1)));
        Assert.That(
            found.Pairs.Select(pair => (pair.Paired, pair.IsReal)),
            Is.All.EqualTo((default(object), default(bool?)))
        );
        Assert.That(found.Warnings, Has.Some.StartsWith("stops: ").And.Some.Contains("more failures than allowed"));
    }

    [Test]
    public void Threads_change_nothing()
    {
        const string Work = "work: { takes: { exponential: { mean: 5 min } } }";
        Contender[] all = [Window("one", 1, Work), Window("two", 2, Work)];

        var one = Run(all, 1).Rows.Select(row => row.Cell.Fingerprint);
        Assert.That(Run(all, 2).Rows.Select(row => row.Cell.Fingerprint), Is.EqualTo(one));
    }

    private static CompareResult Compare(params Contender[] contenders) => Run(contenders, 2);

    private static CompareResult Run(IReadOnlyList<Contender> contenders, int threads) =>
        CompareStudy.Run(
            contenders,
            new StudyOptions { Replications = 60, Threads = threads },
            new Silent(),
            CancellationToken.None
        );

    private static Contender Window(string name, int size, string work = "work: { takes: 1 min }") =>
        Read(name, $"rollout: {{ limit: {{ max-unavailable: {size} }} }}", work);

    private static Contender Read(string name, string rollout, string work) =>
        new(
            name,
            Samples.Read(
                $$"""
                schema: 1
                name: {{name}}
                cluster: { nodes: 4 }
                update: { steps: { {{work}} } }
                {{rollout}}
                """
            )
        );
}
