using Simulator.Cluster.Strategies;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Kernel;
using static Simulator.Experiments.Presets.PresetFields;

namespace Simulator.Experiments.Presets;

/// <summary>Tools of supercomputers and of bare metal.</summary>
internal static class Supercomputing
{
    public static readonly Preset SlurmReboot = new(
        "slurm-reboot",
        "Slurm",
        "scontrol reboot of all nodes: each reboots as soon as it is idle.",
        [Flag("ASAP", false, "Whether nodes take no new jobs until then.")]
    )
    {
        Mapping = ["everybody at once; the wait for the last job is a first step of your own, longer without ASAP"],
        Limits =
        [
            "ResumeTimeout is the time-out of the reboot step.",
            "Without ASAP a node may take job after job: the step has to say so.",
        ],
        Source = "Slurm documentation, scontrol and slurm.conf",
        Map = _ => new PresetOutcome(RolloutSpec.AllAtOnce),
    };

    public static readonly Preset Bos = new(
        "cray-bos",
        "HPE Cray Boot Orchestration Service",
        "Operators look every polling_frequency and send at most max_component_batch_size components a request.",
        [
            Time("polling_frequency", 15, "Seconds from one look to the next."),
            Needed(
                Whole(
                    "max_component_batch_size",
                    null,
                    "Components in a request: 1800 in an example, 1000 in the API.",
                    1
                )
            ),
        ]
    )
    {
        Mapping =
        [
            "controller with a pass every polling_frequency from t = 0 that admits at most max_component_batch_size",
        ],
        Limits =
        [
            "One request a pass is assumed.",
            "Wait times for power and boot, and default_retry_policy, belong to the steps.",
        ],
        Source = "Cray-HPE/docs-csm@6f4bfb9 (October 2024), BOS options",
        Map = MapBos,
    };

    public static readonly Preset Xcat = new(
        "xcat",
        "xCAT",
        "rpower: syspowermaxnodes nodes every syspowerinterval seconds.",
        [
            Needed(Whole("syspowermaxnodes", null, "Nodes that are switched on together.", 1)),
            Needed(Whole("syspowerinterval", null, "Seconds until the next.", 1)),
        ]
    )
    {
        Mapping = ["waves of syspowermaxnodes by the clock: the last begins at (ceil(N / m) - 1) syspowerinterval"],
        Limits = ["xcatmaxconnections, a fanout of 64 and service nodes are not carried over."],
        Source = "xCAT documentation, site table",
        Map = arguments => Staggered(arguments.Whole("syspowermaxnodes"), arguments.Span("syspowerinterval", 1)),
    };

    public static readonly Preset Kadeploy = new(
        "kadeploy",
        "Kadeploy",
        "Reboots in windows of size nodes, sleep_time seconds apart.",
        [
            Needed(Whole("size", null, "windows.reboot.size: nodes that reboot together.", 1)),
            Needed(Whole("sleep_time", null, "windows.reboot.sleep_time: seconds until the next.", 1)),
        ]
    )
    {
        Mapping = ["waves of size nodes by the clock, sleep_time apart"],
        Limits = ["Macro-steps with their retries and time-outs are steps of your own; so is the broadcast."],
        Source = "Kadeploy3 documentation, server configuration",
        Map = arguments => Staggered(arguments.Whole("size"), arguments.Span("sleep_time", 1)),
    };

    public static readonly Preset Ironic = new(
        "ironic",
        "OpenStack Ironic",
        "At most max_concurrent_deploy deployments; further requests are not queued but rejected, and tried again.",
        [
            Whole("max_concurrent_deploy", 250, "Deployments at once.", 1),
            Needed(GoSpan("retry-period", null, "How long the client waits after a rejection.")),
        ]
    )
    {
        Mapping = ["lock with max_concurrent_deploy places; clients look at multiples of retry-period, all from t = 0"],
        Limits = ["max_concurrent_clean (50) and workers_pool_size (300) are services of your own."],
        Source = "OpenStack Ironic documentation, configuration reference",
        Map = arguments => new PresetOutcome(
            new RolloutSpec
            {
                Admission = Admission.Lock,
                Tick = arguments.Tick("retry-period", TickPhase.Aligned),
                Limit = new LimitSpec
                {
                    MaxUnavailable = Cluster.Strategies.Quota.OfNodes(arguments.Whole("max_concurrent_deploy")),
                },
            }
        ),
    };

    public static readonly Preset MaintenanceTrains = new(
        "maintenance-trains",
        "Meta maintenance trains",
        "One maintenance domain at a time is drained, updated as a whole, verified and returned.",
        [
            Needed(
                new Field(
                    "domain",
                    new ReferenceShape("a level of the topology", "row"),
                    "The level whose groups are domains."
                )
            ),
        ]
    )
    {
        Mapping = ["one wave for each group of the level, all its nodes at once, with a barrier"],
        Limits = ["T is O(1) in N only where the size of a domain grows with N."],
        Source = "Meta Engineering, maintaining large-scale AI capacity",
        Map = arguments => new PresetOutcome(
            new RolloutSpec { Admission = Admission.Waves, WavesBy = arguments.Word("domain") }
        ),
    };

    private static PresetOutcome MapBos(PresetArguments arguments)
    {
        var period = arguments.Span("polling_frequency", 1);
        if (period == SimTime.Zero)
        {
            arguments.Refuse("polling_frequency", "a time above 0 is needed", "Write '15'.");
        }

        return new PresetOutcome(
            new RolloutSpec
            {
                Admission = Admission.Controller,
                Tick = new TickSpec(
                    period == SimTime.Zero ? new SimTime(1) : period,
                    TickPhase.Aligned,
                    Math.Max(arguments.Whole("max_component_batch_size"), 1)
                ),
            }
        );
    }

    private static PresetOutcome Staggered(int size, SimTime every) =>
        new(
            new RolloutSpec
            {
                Admission = Admission.Schedule,
                Waves = [Cluster.Strategies.Quota.OfNodes(Math.Max(size, 1))],
                Every = every == SimTime.Zero ? new SimTime(1) : every,
            }
        );
}
