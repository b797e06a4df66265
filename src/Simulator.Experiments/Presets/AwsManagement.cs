using Simulator.Cluster.Strategies;
using Simulator.Kernel;
using static Simulator.Experiments.Presets.PresetFields;

namespace Simulator.Experiments.Presets;

/// <summary>Commands and configurations in AWS.</summary>
internal static class AwsManagement
{
    public static readonly Preset RunCommand = new(
        "aws-ssm-run-command",
        "AWS Systems Manager",
        "Run Command: a window of MaxConcurrency targets; sending stops when errors exceed MaxErrors.",
        [
            Quota("MaxConcurrency", "50", "Targets at a time, a count or a percentage.", 1),
            Quota("MaxErrors", "0", "Errors that are tolerated, a count or a percentage."),
            UnknownRounding,
        ]
    )
    {
        Mapping =
        [
            "window of MaxConcurrency nodes, at least 1",
            "when more than MaxErrors have failed, nobody else is sent to; those running finish",
            "so failures can exceed MaxErrors by up to MaxConcurrency",
        ],
        Limits = ["How a percentage is rounded is not documented: 'rounding' is asked for where one is used."],
        Source = "AWS Systems Manager API reference, SendCommand",
        Map = arguments => new PresetOutcome(
            new RolloutSpec
            {
                Limit = new LimitSpec
                {
                    MaxUnavailable = arguments.Quota("MaxConcurrency"),
                    Rounding = arguments.UnknownRounding(
                        arguments.Quota("MaxConcurrency"),
                        arguments.Quota("MaxErrors")
                    ),
                },
                Failure = new FailurePolicy(arguments.Quota("MaxErrors"), arguments.Rounding("rounding")),
            }
        ),
    };

    public static readonly Preset AppConfig = new(
        "aws-appconfig",
        "AWS AppConfig",
        "A deployment strategy driven by the clock: shares of the targets at fixed times, done or not.",
        [
            Word("growthType", "LINEAR", "Equal steps, or steps that double.", "LINEAR", "EXPONENTIAL"),
            Needed(Percent("growthFactor", null, "Percent of the first step.")),
            Needed(Whole("deploymentDurationInMinutes", null, "Minutes of the deployment.", 1, 1440)),
        ]
    )
    {
        Mapping =
        [
            "LINEAR: ceil(100 / growthFactor) waves of growthFactor % each, evenly over the duration",
            "EXPONENTIAL: totals of growthFactor 2^n %, evenly over the duration",
            "totals of a share are rounded down; no wave waits for the one before",
        ],
        Limits =
        [
            "T is until the last node is updated: the last wave begins one step before the duration is over.",
            "finalBakeTimeInMinutes comes after the last node and is no part of T.",
        ],
        Source = "AWS AppConfig user guide, deployment strategies",
        Map = MapAppConfig,
    };

    private static PresetOutcome MapAppConfig(PresetArguments arguments)
    {
        var factor = Math.Max(arguments.Whole("growthFactor"), 1);
        var isLinear = arguments.Word("growthType") is "LINEAR";
        var totals = new List<int>();
        for (var total = factor; totals.LastOrDefault() < 100; total = isLinear ? total + factor : total * 2)
        {
            totals.Add(Math.Min(total, 100));
        }

        var step = arguments.Span("deploymentDurationInMinutes", 60).Nanoseconds / totals.Count;
        return new PresetOutcome(
            new RolloutSpec
            {
                Admission = Admission.Schedule,
                Waves = [.. totals.Select(total => Cluster.Strategies.Quota.OfShare(total / 100m))],
                AreTotals = true,
                Every = new SimTime(Math.Max(step, 1)),
            }
        );
    }
}
