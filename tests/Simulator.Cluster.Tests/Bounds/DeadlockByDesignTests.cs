using CsCheck;
using Simulator.Cluster.Bounds;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Tests.Models;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Kernel;

namespace Simulator.Cluster.Tests.Bounds;

/// <summary>What the check refuses never finishes, and what it lets pass does.</summary>
public sealed class DeadlockByDesignTests
{
    private static readonly string[] Levels = ["node", "rack", "row", "cluster"];

    [Test]
    public void A_window_below_a_rack_is_named_with_the_number_that_cures_it()
    {
        var model = Racks(Build.Window(Quota.OfNodes(5)), "node", "rack", "node");

        Assert.That(DeadlockByDesign.Find(model), Is.EqualTo([new DeadlockByDesign("s1", "rack", 6, 5, false)]));
    }

    [Test]
    public void Where_the_limit_counts_units_the_cure_does_too()
    {
        var model = Racks(Build.Window(Quota.OfUnits(2), "rack"), "node", "row", "node");

        Assert.That(DeadlockByDesign.Find(model), Is.EqualTo([new DeadlockByDesign("s1", "row", 3, 2, true)]));
    }

    [Test]
    public void A_batch_needs_a_multiple_of_the_group()
    {
        var batch = new RolloutSpec
        {
            Admission = Admission.Batch,
            Limit = new LimitSpec { MaxUnavailable = Quota.OfNodes(8) },
        };

        Assert.That(
            DeadlockByDesign.Find(Racks(batch, "node", "rack", "node")),
            Is.EqualTo([new DeadlockByDesign("s1", "rack", 12, 8, false)])
        );
    }

    [Test]
    public void The_check_says_what_the_run_will_do() =>
        Gen.Select(
                Gen.Int[1, 40],
                Gen.Int[0, 3].Array[1, 5],
                Gen.Int[0, 2],
                Gen.Int[1, 40],
                Gen.Int[0, 2],
                Gen.Enum<Admission>(),
                Gen.Int[1, 5],
                Gen.Int[1, 3]
            )
            .Sample(
                (nodes, per, unit, size, kind, admission, rack, row) =>
                {
                    var steps = per.Select((level, index) => Build.Step($"s{index}", 60, per: Levels[level])).ToList();
                    var model = Build.Model(
                        nodes,
                        steps,
                        rollout: Rollout(admission, Levels[unit], QuotaOf(kind, size, unit)),
                        topology: [new TopologyLevel("rack", rack), new TopologyLevel("row", row)]
                    );
                    return DeadlockByDesign.Find(model).Count > 0 == Deadlocks(model);
                },
                iter: 3_000,
                seed: "0N0XIzNsQ0O2",
                threads: 1
            );

    private static Quota QuotaOf(int kind, int size, int unit) =>
        kind switch
        {
            0 => Quota.OfNodes(size),
            1 when unit > 0 => Quota.OfUnits(size),
            _ => Quota.OfShare(size / 40m),
        };

    private static RolloutSpec Rollout(Admission admission, string unit, Quota quota) =>
        new()
        {
            Admission = admission,
            Unit = unit,
            Limit = admission is Admission.Waves or Admission.Schedule
                ? null
                : new LimitSpec { MaxUnavailable = quota },
            Waves = admission is Admission.Waves or Admission.Schedule ? [Quota.OfNodes(6), quota] : [],
            Every = SimTime.FromSeconds(10),
            Tick = admission is Admission.Lock or Admission.Controller
                ? new TickSpec(SimTime.FromSeconds(7), TickPhase.Aligned)
                : null,
        };

    private static Model Racks(RolloutSpec rollout, params string[] per) =>
        Build.Model(
            36,
            [.. per.Select((level, index) => Build.Step($"s{index}", 60, per: level))],
            rollout: rollout,
            topology: [new TopologyLevel("rack", 6), new TopologyLevel("row", 3)]
        );

    private static bool Deadlocks(Model model)
    {
        try
        {
            Cluster.Rollout.Run(UpdatePlan.Compile(model), 1, 0);
            return false;
        }
        catch (DeadlockException)
        {
            return true;
        }
    }
}
