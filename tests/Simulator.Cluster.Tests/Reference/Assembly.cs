using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>Makes a sound model of random parts: names that resolve, no cycle, amounts that can be met.</summary>
internal static class Assembly
{
    private static readonly string[] LevelNames = ["rack", "row"];

    public static Model Of(
        int nodes,
        int[] topology,
        IReadOnlyList<ServiceSpec> services,
        StepDraft[] drafts,
        bool isShuffled,
        RolloutSpec rollout
    )
    {
        string LevelOf(int level) =>
            level == 0 ? "node"
            : level <= topology.Length ? LevelNames[level - 1]
            : "cluster";

        var order = drafts.Index().OrderBy(draft => isShuffled ? draft.Item.Rank : 0).ThenBy(draft => draft.Index);
        var before = order.Select(draft => draft.Index).ToList();
        var steps = drafts
            .Select((draft, index) => Step(draft, index, isShuffled, before[..before.IndexOf(index)], services))
            .Select((step, index) => step with { Per = LevelOf(drafts[index].Level) })
            .ToList();
        return new Model
        {
            Cluster = new ClusterSpec
            {
                Nodes = nodes,
                Topology = [.. topology.Select((size, index) => new TopologyLevel(LevelNames[index], size))],
            },
            Services =
            [
                .. services.Select(one => one with { Per = one.Per == "0" ? "cluster" : LevelOf(one.Per[0] - '0') }),
            ],
            Update = new UpdateSpec
            {
                Steps = [.. steps.Select((step, index) => step with { Needs = Hold(steps, step, drafts[index]) })],
            },
            Rollout = rollout with { Unit = LevelOf(rollout.Unit[0] - '0') },
        };
    }

    private static StepSpec Step(
        StepDraft draft,
        int index,
        bool isShuffled,
        List<int> before,
        IReadOnlyList<ServiceSpec> services
    )
    {
        var asks = draft.Resources;
        var after = before.Where(other => ((draft.After ?? 1 << other) & (1 << other)) != 0).Select(NameOf);
        return draft.Spec with
        {
            Name = NameOf(index),
            After = draft.After is null && !isShuffled ? null : [.. after],
            Uses = [.. Stations(services, asks.Uses).Select(one => new UseSpec(one.Name, asks.Priority))],
            Needs =
            [
                .. Chosen<BudgetSpec>(services, asks.Needs)
                    .Select(one => new NeedSpec(
                        one.Name,
                        one.Capacity with
                        {
                            Units = Math.Min(asks.Amount, one.Capacity.Units),
                        }
                    )),
            ],
            Calls =
            [
                .. Chosen<TokenBucketSpec>(services, asks.Calls)
                    .Select(one => new CallSpec(one.Name, Math.Min(asks.Count, one.Burst))),
            ],
        };
    }

    /// <summary>Lets needs be held until one of the steps of the same level that come after, where the draft wants it.</summary>
    private static IReadOnlyList<NeedSpec> Hold(List<StepSpec> steps, StepSpec step, StepDraft draft)
    {
        var later = steps
            .Where(other => other.Per == step.Per && Soundness.ComesAfter(steps, other, step.Name))
            .ToList();
        var until = draft.Resources.Until;
        return until < 0 || later.Count == 0
            ? step.Needs
            : [.. step.Needs.Select(need => need with { Until = later[until % later.Count].Name })];
    }

    /// <summary>At most one of the stations does the work.</summary>
    private static IEnumerable<StationSpec> Stations(IReadOnlyList<ServiceSpec> services, int bits)
    {
        var chosen = Chosen<StationSpec>(services, bits).ToList();
        return chosen.Where(one => !one.DoesWork || one == chosen.Find(other => other.DoesWork));
    }

    private static IEnumerable<T> Chosen<T>(IReadOnlyList<ServiceSpec> services, int bits)
        where T : ServiceSpec => services.OfType<T>().Where((_, index) => (bits & (1 << index)) != 0);

    private static string NameOf(int index) => $"step-{index}";
}
