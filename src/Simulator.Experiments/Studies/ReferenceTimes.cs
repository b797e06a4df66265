using Simulator.Cluster;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Studies;

/// <summary>T_1 and T_inf(N) of one cell, exact where there is a form, else simulated.</summary>
/// <param name="T1">T_1 without failures, in seconds.</param>
/// <param name="T1WithFailures">T_1 with failures; null where nothing fails.</param>
/// <param name="TInf">T_inf(N) without failures.</param>
/// <param name="IsTInfExact">Whether it comes from quadrature.</param>
/// <param name="TInfWithFailures">T_inf(N) with failures; null where nothing fails.</param>
internal sealed record ReferenceTimes(
    double T1,
    double? T1WithFailures,
    double TInf,
    bool IsTInfExact,
    double? TInfWithFailures
)
{
    private const int NodesPerSample = 2_000;
    private const int MostNodes = 100_000;
    private const int Samples = 30;

    /// <summary>The times of a cell whose replications are done.</summary>
    public static ReferenceTimes Of(
        Scenario scenario,
        SingleNodeTimes single,
        IReadOnlyList<ReplicationResult> replications
    )
    {
        var isAlone = scenario.Model.Cluster.Nodes == 1;
        var exact = isAlone ? single.Exact : FloorLaw.Of(scenario.Model)?.Mean();
        var simulated = isAlone ? single.Mean : replications.Average(replication => replication.Solo);
        var withFailures = isAlone
            ? single.MeanWithFailures
            : (exact ?? simulated)
                + replications.Average(replication => replication.SoloWithFailures - replication.Solo);
        return new ReferenceTimes(
            single.Exact ?? single.Mean,
            single.MeanWithFailures,
            exact ?? simulated,
            exact is not null,
            withFailures
        );
    }

    /// <summary>T_1 of a scenario: by quadrature, or averaged over the draws of many nodes.</summary>
    public static SingleNodeTimes SingleNode(Scenario scenario, int threads, CancellationToken cancellation)
    {
        var nodes = NodesOf(scenario.Model);
        var model = scenario.Model with { Cluster = scenario.Model.Cluster with { Nodes = nodes } };
        var numbers = Enumerable.Range(0, Samples).Select(sample => (ulong)sample).ToList();
        var runs = new Replications(scenario.Seed, numbers, threads, cancellation);
        var exact = FloorLaw.SingleNodeMean(scenario.Model);
        var mean = exact ?? Simulate(model, PlanOptions.SingleNode, runs);
        var failing = PlanOptions.SingleNode with { HasFailures = true };
        double? withFailures = UpdatePlan.Compile(model, failing).HasFailures ? Simulate(model, failing, runs) : null;
        return new SingleNodeTimes(mean, exact, withFailures);
    }

    private static double Simulate(Model model, PlanOptions options, Replications runs)
    {
        var plan = UpdatePlan.Compile(model, options);
        var sums = runs.Of([plan], record => Enumerable.Range(0, record.Nodes).Sum(node => record.EndOf(node).Seconds));
        return sums[0].Sum() / Samples / plan.Levels.Nodes;
    }

    /// <summary>Enough nodes for a mean, and of every listed duration as many: a multiple of the lengths of all lists.</summary>
    internal static int NodesOf(Model model)
    {
        var period = model
            .Update.Steps.Select(step => step.Takes)
            .OfType<DurationSpec.Listed>()
            .Select(listed => listed.Seconds.Count)
            .Distinct()
            .Aggregate(1L, (least, length) => least > MostNodes ? least : least / Divisor(least, length) * length);
        return period > MostNodes ? MostNodes : (int)((NodesPerSample + period - 1) / period * period);
    }

    private static long Divisor(long left, long right) => right == 0 ? left : Divisor(right, left % right);
}
