using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Kernel;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Waves, windows, permits and racks.</summary>
internal static class Strategies
{
    public static Answer Waves(OracleRow row)
    {
        int[] sizes = [.. row.Numbers("waves").Select(size => (int)size)];
        var rollout = new RolloutSpec
        {
            Admission = Admission.Waves,
            Waves = [.. sizes.Select(Quota.OfNodes)],
            Bake = SimTime.FromSeconds(row["bake"]),
        };
        return Completions.Answer(
            row,
            Models.Run(
                Models.Of(
                    sizes.Sum(),
                    [Models.Step("work", row["s"], "servers")],
                    [Models.Station("servers", row.Count("c"))],
                    rollout
                )
            )
        );
    }

    public static Answer Window(OracleRow row)
    {
        var durations = row.Numbers("durations");
        var work = new StepSpec { Name = "work", Takes = new DurationSpec.Listed(durations) };
        var window = Models.Window(Quota.OfNodes((int)row.Count("k")));
        return Completions.Answer(row, Models.Run(Models.Of(durations.Count, [work], rollout: window)));
    }

    public static Answer Permits(OracleRow row)
    {
        var permits = new BudgetSpec { Name = "permits", Capacity = new Amount(row.Count("permits"), Dimension.Count) };
        StepSpec[] steps = [.. row.Numbers("steps").Select((seconds, index) => Models.Step($"step-{index}", seconds))];
        var until = steps.Length > 1 ? steps[^1].Name : null;
        steps[0] = steps[0] with { Needs = [new NeedSpec("permits", new Amount(1, Dimension.Count), until)] };
        return Completions.Answer(row, Models.Run(Models.Of(row.Nodes, steps, [permits])));
    }

    /// <summary>The last verification is not counted: the answer is the last end of the step that nodes do.</summary>
    public static Answer Racks(OracleRow row)
    {
        var (racks, size) = (row.Count("R"), (int)row.Count("M"));
        if (!row.Asks("last node completion"))
        {
            throw row.Unknown(row.Quantity);
        }

        var record = Models.Run(
            Models.Of(
                (int)(racks * size),
                [Models.Step("update", row["s"], "hands"), Models.Step("verify", row["verify"], per: "rack")],
                [Models.Station("hands", row.Count("per_rack"), per: "rack")],
                Models.Window(Quota.OfUnits((int)row.Count("racks_parallel")), "rack"),
                new TopologyLevel("rack", size)
            )
        );
        var column = record.Plan.Steps.First(step => step.Name == "update").EndColumn;
        var last = Enumerable.Range(0, record.Nodes).Max(node => record.Cell(0, node, column));
        return Answer.Of(new SimTime(last).Seconds);
    }
}
