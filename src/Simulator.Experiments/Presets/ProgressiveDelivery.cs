using Simulator.Cluster.Strategies;
using Simulator.Experiments.Scenarios.Grammar;
using static Simulator.Experiments.Presets.PresetFields;

namespace Simulator.Experiments.Presets;

/// <summary>Canaries.</summary>
internal static class ProgressiveDelivery
{
    public static readonly Preset ArgoCanary = new(
        "argo-rollouts-canary",
        "Argo Rollouts",
        "Canary: weights one after the other with pauses, a window inside each.",
        [
            Needed(
                new Field("setWeight", Wholes, "Percent of the pods after each step, increasing.")
                {
                    Example = "[5, 25, 50]",
                }
            ),
            Needed(
                new Field("pause", GoSpans, "The pause after each weight; the last one repeats.")
                {
                    Example = "[10m, 1h]",
                }
            ),
            Needed(
                Quota("maxUnavailable", null, "Pods below N within a step: defaults.go says 25 %, the specification 1.")
            ),
            Needed(Quota("maxSurge", null, "Pods above N within a step: defaults.go says 25 %, the specification 1.")),
        ]
    )
    {
        Mapping =
        [
            "waves up to each weight, rounded down, then the rest; the pauses between them",
            "inside a wave a window of maxUnavailable (rounded down) + maxSurge (rounded up) pods",
        ],
        Limits =
        [
            "steps: [{setWeight: 5}, {pause: {duration: 10m}}, ...] is written as two lists here.",
            "A pause without duration waits for a person: give the time it takes.",
            "Analysis and experiments are assumed to pass; their time, interval x (count - 1), belongs into the pause.",
        ],
        Source = "argoproj/argo-rollouts, utils/defaults/defaults.go and docs/features/specification.md",
        Map = MapArgo,
    };

    public static readonly Preset Flagger = new(
        "flagger-canary",
        "Flagger",
        "Canary: the weight goes up by stepWeight every interval to maxWeight, then all.",
        [
            GoSpan("interval", "60s", "From one step to the next."),
            Needed(Percent("stepWeight", null, "Percent added at each step.")),
            Needed(Percent("maxWeight", null, "Percent after which all follow.")),
        ]
    )
    {
        Mapping =
        [
            "waves up to stepWeight, 2 stepWeight, ... maxWeight, rounded down, then the rest; interval between them",
        ],
        Limits =
        [
            "Weights are taken as shares of the nodes.",
            "Checks pass: threshold, which rolls back after that many bad ones, is not carried over.",
        ],
        Source = "Flagger documentation, Deployment strategies",
        Map = MapFlagger,
    };

    private static PresetOutcome MapArgo(PresetArguments arguments)
    {
        arguments.RefuseBothZero("maxUnavailable", "maxSurge");
        var limit = new LimitSpec
        {
            MaxUnavailable = arguments.Quota("maxUnavailable"),
            Floor = 0,
            Surge = arguments.Quota("maxSurge"),
        };
        return new PresetOutcome(
            Totals(arguments.Totals("setWeight")) with
            {
                Limit = limit,
                Bakes = arguments.Spans("pause"),
            }
        );
    }

    private static PresetOutcome MapFlagger(PresetArguments arguments)
    {
        var (step, most) = (Math.Max(arguments.Whole("stepWeight"), 1), arguments.Whole("maxWeight"));
        if (step > most)
        {
            arguments.Refuse("stepWeight", $"it cannot lie above maxWeight, {most}", $"Write '{most}' or less.");
        }

        var weights = Enumerable.Range(1, most / step).Select(index => index * step).Append(most).Distinct();
        return new PresetOutcome(
            Totals([.. weights.Select(weight => Cluster.Strategies.Quota.OfShare(weight / 100m))]) with
            {
                Bake = arguments.Span("interval"),
            }
        );
    }

    private static RolloutSpec Totals(IReadOnlyList<Quota> totals) =>
        new()
        {
            Admission = Admission.Waves,
            Waves = totals,
            AreTotals = true,
        };
}
