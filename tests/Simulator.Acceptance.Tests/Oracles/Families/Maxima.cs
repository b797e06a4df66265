using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Analysis.Estimates;
using Simulator.Cluster;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Studies;
using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Random durations: the last of many nodes.</summary>
internal static class Maxima
{
    private const double QuantileConfidence = 0.9999;

    public static Answer ExponentialsOnServers(OracleRow row)
    {
        var isMean = row.Asks("E[makespan]");
        if (!isMean && !row.Asks("quantile of makespan"))
        {
            throw row.Unknown(row.Quantity);
        }

        var law = Exponential.FromRate(row["mu"]);
        var makespans = Replications.Makespans(
            row,
            () =>
                Models.Of(row.Nodes, [Models.Step("work", law, "servers")], [Models.Station("servers", row.Count("c"))])
        );
        return isMean
            ? new MeanAnswer(Replications.TallyOf(makespans))
            : new RangeAnswer(QuantileEstimate.FromReplications(makespans, row["p"], QuantileConfidence));
    }

    /// <summary>Means are simulated; quantiles come from the analysis, as the product gives them.</summary>
    public static Answer OneStep(OracleRow row)
    {
        var law = Laws.Of(row);
        return row.Asks("E[max]") ? Replications.Mean(row, () => InParallel(row.Nodes, law))
            : row.Asks("quantile of max") ? Answer.Of(QuantileOfMaximum(law, row.Nodes, row["p"]))
            : throw row.Unknown(row.Quantity);
    }

    public static Answer SumOfSteps(OracleRow row)
    {
        Distribution[] laws = row.Text("kind") switch
        {
            "erlang" => [.. Enumerable.Repeat(Exponential.FromRate(row["rate"]), (int)row.Count("k"))],
            "hypo2" => [Exponential.FromRate(row["r1"]), Exponential.FromRate(row["r2"])],
            "unif2" => [new Uniform(0, row["w1"]), new Uniform(0, row["w2"])],
            "logn2" => [new Lognormal(row["mu1"], row["s1"]), new Lognormal(row["mu2"], row["s2"])],
            var kind => throw row.Unknown(kind),
        };
        return row.Asks("E[makespan]")
            ? Replications.Mean(row, () => InParallel(row.Nodes, laws))
            : throw row.Unknown(row.Quantity);
    }

    public static Answer Barriers(OracleRow row)
    {
        var steps = new List<StepSpec>();
        foreach (var step in row.List("steps"))
        {
            var numbers = step[1].EnumerateArray().Select(number => number.GetDouble()).ToList();
            if (steps.Count > 0)
            {
                steps.Add(Models.Barrier($"barrier-{steps.Count}"));
            }

            steps.Add(Models.Step($"step-{steps.Count}", Laws.Named(step[0].GetString()!, numbers)));
        }

        return row.Asks("E[makespan]")
            ? Replications.Mean(row, () => Models.Of(row.Nodes, steps))
            : throw row.Unknown(row.Quantity);
    }

    /// <summary>A barrier of its nodes after every step of a rack; racks in turn or side by side.</summary>
    public static Answer Racks(OracleRow row)
    {
        var law = Exponential.FromRate(row["rate"]);
        var steps = new List<StepSpec>();
        for (var step = 0; step < row.Count("J"); step++)
        {
            steps.Add(Models.Step($"step-{step}", law));
            steps.Add(new StepSpec { Name = $"barrier-{step}", Per = "rack" });
        }

        var (racks, size) = ((int)row.Count("R"), (int)row.Count("M"));
        var rollout = row.Text("mode") switch
        {
            "sequential" => Models.Window(Quota.OfUnits(1), "rack"),
            "parallel" => null,
            var mode => throw row.Unknown(mode),
        };
        return row.Asks("E[makespan]")
            ? Replications.Mean(
                row,
                () => Models.Of(racks * size, steps, rollout: rollout, topology: new TopologyLevel("rack", size))
            )
            : throw row.Unknown(row.Quantity);
    }

    /// <summary>Waves of nodes in parallel with a bake between two.</summary>
    public static Answer Waves(OracleRow row)
    {
        int[] sizes = [.. row.Numbers("waves").Select(size => (int)size)];
        var rollout = new RolloutSpec
        {
            Admission = Admission.Waves,
            Waves = [.. sizes.Select(Quota.OfNodes)],
            Bake = SimTime.FromSeconds(row["bake"]),
        };
        var law = Laws.Named(row.Text("dist"), row.Numbers("par"));
        return row.Asks("E[makespan]")
            ? Replications.Mean(row, () => Models.Of(sizes.Sum(), [Models.Step("work", law)], rollout: rollout))
            : throw row.Unknown(row.Quantity);
    }

    private static double QuantileOfMaximum(Distribution law, long nodes, double probability) =>
        FloorLaw.Of(InParallel(1, law))!.QuantileOfMaximum(nodes, probability)!.Value;

    private static Model InParallel(int nodes, params IReadOnlyList<Distribution> laws) =>
        Models.Of(nodes, [.. laws.Select((law, index) => Models.Step($"step-{index}", law))]);
}
