using Simulator.Cluster.Strategies;
using Simulator.Experiments.Scenarios.Grammar;
using static Simulator.Experiments.Presets.PresetFields;

namespace Simulator.Experiments.Presets;

/// <summary>Nodes and instances in AWS.</summary>
internal static class AwsNodes
{
    private const int EksCap = 100;

    public static readonly Preset Eks = new(
        "eks-managed-node-group",
        "Amazon EKS",
        "Update of one managed node group in phases of at most 100 nodes.",
        [
            Whole("maxUnavailable", null, "Nodes at a time; 1 where neither is given.", 1, EksCap),
            Percent(
                "maxUnavailablePercentage",
                null,
                "Percent of the group at a time; the result is capped at 100 nodes."
            ),
        ]
    )
    {
        Mapping =
        [
            "batches with a barrier, in random order",
            "a percentage is rounded down, at least 1, at most 100 nodes: from N = 303 (33 %) the cap decides",
            "the first failed node stops the update; the group stays mixed",
        ],
        Limits =
        [
            "The rounding of the percentage is not documented: down is assumed.",
            "One group. The cap is per group, so that parallel groups multiply it; the default quota is 450 nodes a group.",
            "updateStrategy is not carried over; 'provision' is a step of your own.",
        ],
        Source = "Amazon EKS user guide, managed node update behavior, and API reference, NodegroupUpdateConfig",
        Map = MapEks,
    };

    public static readonly Preset InstanceRefresh = new(
        "aws-asg-instance-refresh",
        "Amazon EC2 Auto Scaling",
        "Instance refresh: batches that keep MinHealthyPercentage, with checkpoints.",
        [
            Percent("MinHealthyPercentage", 90, "Percent that stays in service.", 0),
            Whole("MaxHealthyPercentage", 100, "Percent that may run at once.", 100, 200),
            Time("InstanceWarmup", 0, "Seconds until a new instance counts."),
            new Field("CheckpointPercentages", Wholes, "Percent replaced at which the refresh pauses.")
            {
                Example = "[20, 50, 100]",
            },
            Time("CheckpointDelay", 3600, "Seconds at each checkpoint."),
        ]
    )
    {
        Mapping =
        [
            "batches of N (100 - MinHealthyPercentage) % instances, and (MaxHealthyPercentage - 100) % added first",
            "with checkpoints: waves up to each of them with CheckpointDelay between, and a window of that size inside",
            "InstanceWarmup: a step 'verify' of that length",
        ],
        Limits =
        [
            "How the size of a batch is rounded is not documented: down, at least 1, is assumed.",
            "AutoRollback, BakeTime, SkipMatching and alarms are not carried over.",
        ],
        Source = "Amazon EC2 Auto Scaling API reference, RefreshPreferences",
        Map = MapRefresh,
    };

    private static PresetOutcome MapEks(PresetArguments arguments)
    {
        var (count, percent) = (arguments.MaybeWhole("maxUnavailable"), arguments.Holds("maxUnavailablePercentage"));
        if (count is not null && percent)
        {
            arguments.Refuse("maxUnavailablePercentage", "maxUnavailable is given too", "Keep one of the two.");
        }

        var quota = percent
            ? arguments.Percent("maxUnavailablePercentage")
            : Cluster.Strategies.Quota.OfNodes(count ?? 1);
        return new PresetOutcome(
            new RolloutSpec
            {
                Admission = Admission.Batch,
                Order = UnitOrder.Random,
                Limit = new LimitSpec { MaxUnavailable = quota, Cap = EksCap },
                Failure = new FailurePolicy(Cluster.Strategies.Quota.OfNodes(0)),
            }
        );
    }

    private static PresetOutcome MapRefresh(PresetArguments arguments)
    {
        var missing = 100 - arguments.Whole("MinHealthyPercentage");
        var added = arguments.Whole("MaxHealthyPercentage") - 100;
        if (missing + added == 0)
        {
            arguments.Refuse("MinHealthyPercentage", "nothing may be missing and nothing added", "Write '90'.");
        }

        var checkpoints = arguments.Wholes("CheckpointPercentages");
        var isGood = checkpoints.Zip(checkpoints.Skip(1)).All(pair => pair.First < pair.Second);
        if (checkpoints.Count > 0 && (!isGood || checkpoints[^1] != 100))
        {
            arguments.Refuse("CheckpointPercentages", "they increase, and the last is 100", "Write '[20, 50, 100]'.");
        }

        var rollout = new RolloutSpec
        {
            Admission = checkpoints.Count > 0 ? Admission.Waves : Admission.Batch,
            Limit = new LimitSpec
            {
                MaxUnavailable = Cluster.Strategies.Quota.OfShare(missing / 100m),
                Floor = added > 0 ? 0 : 1,
                Surge = added > 0 ? Cluster.Strategies.Quota.OfShare(added / 100m) : null,
                SurgeRounding = Rounding.Down,
            },
            Waves = [.. checkpoints.Select(percent => Cluster.Strategies.Quota.OfShare(percent / 100m))],
            AreTotals = checkpoints.Count > 0,
            Bake = checkpoints.Count > 0 ? arguments.Span("CheckpointDelay", 1) : default,
        };
        return new PresetOutcome(rollout) { Verify = arguments.Span("InstanceWarmup", 1) };
    }
}
