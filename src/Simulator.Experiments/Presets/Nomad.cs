using Simulator.Cluster.Strategies;
using static Simulator.Experiments.Presets.PresetFields;

namespace Simulator.Experiments.Presets;

/// <summary>Jobs of Nomad.</summary>
internal static class Nomad
{
    public static readonly Preset Update = new(
        "nomad-update",
        "Nomad",
        "The update block of a job: max_parallel allocations at a time, each healthy for min_healthy_time.",
        [
            Whole("max_parallel", 1, "Allocations at a time.", 1),
            GoSpan("min_healthy_time", "10s", "How long an allocation has to be healthy until it counts."),
            GoSpan("healthy_deadline", "5m", "Until when an allocation has to be healthy."),
            GoSpan("progress_deadline", "10m", "How long the deployment may go without a healthy allocation."),
        ]
    )
    {
        Mapping =
        [
            "window of max_parallel allocations; min_healthy_time: a step 'verify' of that length",
            "the first failed allocation, and progress_deadline, fail the deployment",
        ],
        Limits =
        [
            "healthy_deadline is the time-out of the steps; it has to lie between the other two.",
            "canary, auto_revert, auto_promote and stagger are not carried over.",
        ],
        Source = "hashicorp/nomad@aa026cc",
        Map = MapUpdate,
    };

    private static PresetOutcome MapUpdate(PresetArguments arguments)
    {
        var (healthy, deadline) = (arguments.Span("min_healthy_time"), arguments.Span("healthy_deadline"));
        var progress = arguments.Span("progress_deadline");
        if (healthy >= deadline || deadline >= progress)
        {
            const string Expected = "min_healthy_time < healthy_deadline < progress_deadline is needed";
            arguments.Refuse("healthy_deadline", Expected, "Write '5m', with 10s and 10m for the other two.");
        }

        return new PresetOutcome(
            new RolloutSpec
            {
                Limit = new LimitSpec
                {
                    MaxUnavailable = Cluster.Strategies.Quota.OfNodes(arguments.Whole("max_parallel")),
                },
                Failure = new FailurePolicy(Cluster.Strategies.Quota.OfNodes(0)),
                ProgressDeadline = progress,
            }
        )
        {
            Verify = healthy,
        };
    }
}
