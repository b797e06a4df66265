using Simulator.Analysis.Estimates;
using Simulator.Cluster.Records;
using Simulator.Experiments.Running;
using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Tests;

/// <summary>Cells, thresholds, bars and series that made-up studies are put together from.</summary>
internal static class StudyParts
{
    /// <summary>One node alone, in seconds.</summary>
    public const double T1 = 4_260;

    /// <summary>The sizes of the realistic study.</summary>
    public static readonly int[] Sizes =
    [
        18,
        36,
        72,
        144,
        288,
        576,
        1_152,
        2_304,
        4_608,
        9_216,
        18_432,
        36_864,
        73_728,
        131_072,
    ];

    public static CellResult Cell(int nodes)
    {
        var floor = T1 * (1 + (0.17 * Math.Log(nodes)));
        var limit = Math.Max(0, nodes - 400) * 0.16;
        var uploads = Math.Max(0, nodes - 4_096) * 0.45;
        var mean = floor * 1.03 + limit + uploads;
        var index = Array.IndexOf(Sizes, nodes);
        return new CellResult
        {
            Index = Math.Max(0, index),
            AxisValues = [FormattableString.Invariant($"{nodes}")],
            Nodes = nodes,
            Replications = nodes < 5_000 ? 30 : 60,
            Runs = [Replication(nodes, 0, 0.98 * mean), Replication(nodes, 1, 1.02 * mean)],
            Makespan = new Estimate(mean, 0.018 * mean, nodes < 5_000 ? 30 : 60, 0.95),
            MakespanP50 = 0.99 * mean,
            MakespanP95 = nodes < 5_000 ? null : 1.06 * mean,
            MakespanShare = 0.93 * mean,
            T1 = T1,
            T1WithFailures = T1 + 14,
            TInf = floor,
            IsTInfExact = nodes < 40_000,
            TInfWithFailures = floor + 1_900,
            Deviation = (mean / T1) - 1,
            DeviationRemovable = (mean / floor) - 1,
            Bound = Math.Max(floor * 0.98, limit + uploads),
            BoundBy = nodes > 20_000 ? "uploads" : "longest node",
            CapacityLostNodeHours = nodes * 1.31,
            FailedNodesMean = nodes * 1e-5,
            CompletedShare = 1,
            IsPrecise = nodes < 100_000,
            Steps =
            [
                new StepResult("stage", "node", 0, 410, 96, 314, 0, 1, 0.4 * mean),
                new StepResult("flash", "node", 0.3 * mean, 0.34 * mean, 715, 1_210, 7.2, 1.004, 0.8 * mean),
                new StepResult("switches", "rack", 0.5 * mean, 0.52 * mean, 1_200, 0, 0, 1, 0.9 * mean),
                new StepResult("verify", "node", 0.6 * mean, 0.63 * mean, 915, 0, 0, 1, mean),
            ],
            Services =
            [
                new ServiceResult("artifacts", "link", 314, 0.62),
                new ServiceResult("uploads", "station", 1_210, 0.993),
                new ServiceResult("api", "token-bucket", 0.8, null),
                new ServiceResult("rollout.limit", "limit", 0.31 * mean, 0.88),
            ],
            Blame =
            [
                new BlameResult("rollout.limit", 0.55 * mean, 1),
                new BlameResult("work", 0.28 * mean, 1),
                new BlameResult("uploads", 0.165 * mean, 0.97),
                new BlameResult("failures", 0.005 * mean, 0.12),
            ],
        };
    }

    /// <summary>One of its replications.</summary>
    public static ReplicationResult Replication(int nodes, int replication, double makespan) =>
        new(
            replication,
            new RunSummary
            {
                Makespan = makespan,
                Fingerprint = 0x0123456789abcdef + (ulong)(nodes + replication),
                TimeToShare = replication == 0 ? 0.95 * makespan : null,
                FailedNodes = replication,
                LostNodeSeconds = 3600.0 * nodes,
                Blame = [makespan],
                Waits = [0],
                Busy = [],
                Steps = [],
            },
            T1,
            replication == 0 ? null : T1 + 14,
            T1,
            "longest node"
        );

    public static IReadOnlyList<ThresholdResult> Thresholds() =>
        [
            new ThresholdResult
            {
                Limit = "rollout.limit",
                Kind = "limit",
                Allows = "25 % of the nodes, at most 100",
                Analytic = 400,
                RoundedFrom = 403,
                Event = 288,
                SeenFrom = 576,
                Fit = 431.7,
                FitLower = 310.2,
                FitUpper = 590.4,
                SeenTo = 131_072,
                CostSeconds = 61_000,
                SavedSeconds = 43_000,
            },
            new ThresholdResult
            {
                Limit = "uploads",
                Kind = "station",
                Allows = "64 at a time",
                Analytic = 4_096,
                Event = 2_304,
                SeenFrom = 4_608,
                SeenTo = 36_864,
                CostSeconds = 18_000,
                SavedSeconds = 31.5,
            },
            new ThresholdResult
            {
                Limit = "artifacts",
                Kind = "link",
                Allows = "100 Gbit/s, 1 Gbit/s a node",
                Analytic = 250_000,
                CostSeconds = 1_450,
            },
            new ThresholdResult
            {
                Limit = "api",
                Kind = "token-bucket",
                Allows = "20/s, burst 30",
                HiddenBehind = "rollout.limit",
                CostSeconds = -420,
                SavedSeconds = 0,
            },
            new ThresholdResult
            {
                Limit = "=approvals",
                Kind = "station",
                Allows = "2 at a time, Mon-Fri 09:00-17:00",
                Analytic = 2,
                CostSeconds = 12,
            },
        ];

    public static IReadOnlyList<WaterfallBar> Ladder(params (string Cause, double Seconds)[] parts)
    {
        var total = 0.0;
        return
        [
            .. parts.Select(part =>
            {
                total += part.Seconds;
                return new WaterfallBar(part.Cause, part.Seconds, total);
            }),
        ];
    }

    public static IReadOnlyList<TimeSeries> Progress(int nodes, double end)
    {
        const int points = 400;
        double[] seconds = [.. Enumerable.Range(0, points + 1).Select(step => end * step / points)];
        TimeSeries Of(string name, string kind, Func<double, double> count) =>
            new(name, kind, seconds, [.. seconds.Select(at => Math.Floor(Math.Max(0, count(at / end))))]);

        return
        [
            Of("verified", "done", at => nodes * Math.Clamp((at - 0.08) / 0.92, 0, 1)),
            Of("failed", "done", at => 12 * at),
            Of("waiting for uploads", "queue", at => 900 * Math.Sin(Math.PI * at) + (40 * Math.Sin(60 * at))),
            Of("waiting for artifacts", "queue", at => 300 * (0.3 - at)),
            Of("in stage", "work", at => 2_400 * (1 - (at * at))),
            Of("in flash", "work", at => at < 0.97 ? 640 : 640 * (1 - at) / 0.03),
            Of("in reboot", "work", at => 210 + (30 * Math.Sin(90 * at))),
            Of("in verify", "work", at => 480 * Math.Min(1, at * 8) * (at < 0.98 ? 1 : 0.4)),
            Of("in switches", "work", at => 55 + (10 * Math.Cos(40 * at))),
        ];
    }
}
