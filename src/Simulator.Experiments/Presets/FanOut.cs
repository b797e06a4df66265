using Simulator.Cluster.Strategies;
using Simulator.Experiments.Scenarios.Grammar;
using static Simulator.Experiments.Presets.PresetFields;

namespace Simulator.Experiments.Presets;

/// <summary>Tools that run commands on many hosts.</summary>
internal static class FanOut
{
    private static readonly string[] Orders = ["inventory", "sorted", "reverse_inventory", "reverse_sorted", "shuffle"];

    public static readonly Preset Ansible = new(
        "ansible-serial",
        "Ansible",
        "A play in batches of serial hosts with forks workers; a batch waits for its last host.",
        [
            new Field("serial", QuotaOrQuotas, "Hosts of each batch, counts or percentages; the last one repeats.")
            {
                Default = null,
                Example = "[1, 5, 20%]",
            },
            Whole("forks", 5, "Hosts that are worked on at once.", 1),
            Word("strategy", "linear", "How tasks follow each other on the hosts of a batch.", "linear", "host_pinned"),
            Percent("max_fail_percentage", null, "Percent of a batch that may fail; it has to be exceeded.", 0),
            Word("order", "inventory", "Who is next.", Orders),
        ]
    )
    {
        Mapping =
        [
            "waves of serial hosts with a barrier; a percentage is rounded down (int()), at least 1; all at once without it",
            "inside a batch a window of forks hosts",
            "more than max_fail_percentage of a batch failed: no further batch; those under way finish",
        ],
        Limits =
        [
            "linear has a barrier after every task, which is carried over for a play of one step only; with several the reader asks for host_pinned.",
            "throttle, run_once and any_errors_fatal are not carried over.",
        ],
        Source = "Ansible documentation, Controlling playbook execution; helpers.py:23",
        Map = MapAnsible,
    };

    public static readonly Preset Salt = new(
        "salt-batch",
        "Salt",
        "salt --batch-size: a sliding window, despite its name.",
        [
            Needed(Quota("batch-size", null, "Minions at a time, a count or a percentage.", 1)),
            Time("batch-wait", 0, "Seconds after each return until its place is free."),
            UnknownRounding,
        ]
    )
    {
        Mapping =
        [
            "window of batch-size minions, at least 1",
            "batch-wait: a place is free that long after its minion is done",
        ],
        Limits =
        [
            "How a percentage is rounded is not documented: 'rounding' is asked for.",
            "failhard is reported broken (salt#44256) and not carried over.",
        ],
        Source = "Salt documentation, Batch size",
        Map = arguments => new PresetOutcome(
            new RolloutSpec
            {
                Limit = new LimitSpec
                {
                    MaxUnavailable = arguments.Quota("batch-size"),
                    Rounding = arguments.UnknownRounding(arguments.Quota("batch-size")),
                },
                ReleaseDelay = arguments.Span("batch-wait", 1),
            }
        ),
    };

    public static readonly Preset Pdsh = Window("pdsh", "pdsh", 32, "chaos/pdsh, config/ac_fanout.m4");

    public static readonly Preset Clush = Window("clush", "ClusterShell", 64, "ClusterShell documentation, clush");

    private static Preset Window(string id, string tool, int fanout, string source) =>
        new(
            id,
            tool,
            $"{id}: a sliding window of fanout connections.",
            [Whole("fanout", fanout, "Hosts at a time.", 1)]
        )
        {
            Mapping = ["window of fanout hosts"],
            Limits = id is "clush"
                ? ["Tree mode, in which every gateway has a fanout of its own, is not carried over."]
                : [],
            Source = source,
            Map = arguments => new PresetOutcome(
                new RolloutSpec
                {
                    Limit = new LimitSpec
                    {
                        MaxUnavailable = Cluster.Strategies.Quota.OfNodes(arguments.Whole("fanout")),
                    },
                }
            ),
        };

    private static PresetOutcome MapAnsible(PresetArguments arguments)
    {
        if (arguments.Word("strategy") is "linear" && arguments.HeldSteps > 1)
        {
            const string Cure = "Write 'strategy: host_pinned', or make one step of the tasks.";
            arguments.Refuse("strategy", "linear waits for all hosts after every task, and there are several", Cure);
        }

        var sizes = arguments.Quotas("serial");
        return new PresetOutcome(
            new RolloutSpec
            {
                Admission = Admission.Waves,
                Waves = sizes.Count > 0 ? sizes : [Cluster.Strategies.Quota.OfShare(1)],
                Limit = new LimitSpec { MaxUnavailable = Cluster.Strategies.Quota.OfNodes(arguments.Whole("forks")) },
                Order = arguments.Word("order") switch
                {
                    "shuffle" => UnitOrder.Random,
                    "reverse_inventory" or "reverse_sorted" => UnitOrder.Reverse,
                    _ => UnitOrder.Ordinal,
                },
                Failure = arguments.Holds("max_fail_percentage")
                    ? new FailurePolicy(arguments.Percent("max_fail_percentage"), Scope: ErrorScope.Batch)
                    : null,
            }
        );
    }
}
