using Simulator.Analysis.Estimates;
using Simulator.Analysis.Horizons;
using Simulator.Analysis.ScalingLaws;
using Simulator.Experiments.Studies;
using static Simulator.Reporting.Tests.StudyParts;

namespace Simulator.Reporting.Tests;

/// <summary>Studies made by hand: no simulation stands behind them, only numbers of a plausible size.</summary>
internal static class Studies
{
    private static readonly ScoredLaw Power = new(
        new ScalingLaw(GrowthForm.Power, 7935.6, 1.2322, 0, 0.94356),
        3,
        182.5,
        911.25
    );
    private static readonly ScoredLaw Linear = new(
        new ScalingLaw(GrowthForm.Linear, 8363.1, 0.63766, 0, null),
        2,
        190.25,
        null
    );

    /// <summary>Of three replications, one of them late and one early by 2 % at every size.</summary>
    private static LawBand Band(List<CellResult> cells)
    {
        var points = cells.Select(cell => new CurvePoint(cell.Nodes, cell.Makespan!.Mean)).ToList();
        double[][] rows =
        [
            .. new[] { 0.98, 1, 1.02 }.Select(late => points.Select(own => late * own.Seconds).ToArray()),
        ];
        return LawBand.Of(Power.Law, points, rows, (resample, position) => (resample >> position) % 3)!;
    }

    /// <summary>A firmware rollout on GB200 racks, 14 sizes, three limits that bite and two that do not.</summary>
    public static StudyResult Realistic()
    {
        var cells = Sizes.Select(Cell).ToList();
        var last = cells[^1];
        return new StudyResult
        {
            Command = "sweep",
            Scenario = "rack-firmware",
            Question =
                "How long does a firmware bundle take on 18k nodes of GB200 racks, and what has to change to make it O(1)?",
            ScenarioHash = new string('a', 64),
            Seed = 20261123,
            Confidence = 0.95,
            ShareVerified = 0.99,
            Epsilon = 0.1,
            Axes = ["cluster.nodes"],
            Cells = cells,
            Thresholds = Thresholds(),
            Waterfall = Ladder(
                ("one node", T1),
                ("stragglers", last.TInf - T1),
                ("failures", 1_900),
                ("rollout.limit", 61_000),
                ("uploads", 18_000),
                ("artifacts", 1_450),
                ("api", -420),
                ("approvals", 12)
            ),
            Law = new ScalingFit(Power, Linear, [Power, Linear], 131_072, null),
            LawBand = Band(cells),
            Predictions =
            [
                new LawPrediction(262_144, 167_500, 160_000, 175_250, 175_600, IsFar: false),
                new LawPrediction(1_000_000, 569_100, null, null, 646_000, IsFar: true),
            ],
            Segments =
            [
                new SegmentResult(18, 400, 4, "bounded", new LocalExponent(144, 0.04, 144, 288)),
                new SegmentResult(400, 4_096, 3, null, null),
                new SegmentResult(4_096, 131_072, 6, "linear", new LocalExponent(65_536, 0.97, 65_536, 131_072)),
            ],
            Horizon = new HorizonResult(
                new Horizon(18, 288, 576),
                new Horizon(18, null, 18),
                new Horizon(18, 576, 1_152)
            ),
            Progress = Progress(131_072, 90_000),
            Answer =
            [
                "Updating all 131,072 nodes takes 25 h (95 % interval 24 h 45 min to 25 h 20 min): 7.7 times the floor of 3 h 12 min that no limit explains.",
                "One node alone takes 1 h 11 min; the rollout is O(1) within 10 % of its floor up to N = 288.",
                "First to bite is rollout.limit above N = 400; then uploads above N = 4,096.",
            ],
            Warnings = ["Batch artifacts was never seen to bind; its N* is by formula only."],
        };
    }

    /// <summary>One node, one replication, and nothing known but that.</summary>
    public static StudyResult Minimal() =>
        new()
        {
            Command = "run",
            Scenario = "single",
            Question = "How long does one node take?",
            ScenarioHash = new string('0', 64),
            Seed = 1,
            Confidence = 0.95,
            ShareVerified = 0.99,
            Epsilon = 0.1,
            Axes = [],
            Cells =
            [
                new CellResult
                {
                    Index = 0,
                    AxisValues = [],
                    Nodes = 1,
                    Replications = 1,
                    Makespan = null,
                    T1 = 95.5,
                    TInf = double.NaN,
                },
            ],
            Thresholds = [],
            Waterfall = [],
            Answer = [],
            Warnings = [],
        };

    /// <summary>One cell of the realistic study, as <c>run</c> gives it.</summary>
    public static StudyResult OneCell() =>
        Realistic() with
        {
            Command = "run",
            Axes = [],
            Cells = [Cell(18_432) with { AxisValues = [] }],
            Law = null,
            Segments = [],
            Horizon = null,
        };

    /// <summary>The first sizes of the realistic study.</summary>
    public static StudyResult Sized(params int[] sizes) =>
        Realistic() with
        {
            Cells = [.. sizes.Select(Cell)],
            Law = null,
        };

    /// <summary>Twelve limits close together with names that do not end.</summary>
    public static StudyResult LongNames()
    {
        var study = Realistic();
        return study with
        {
            Scenario = "rack-firmware-of-the-whole-building-with-a-name-that-nobody-would-type-twice-in-their-life",
            Question = string.Concat(Enumerable.Repeat(study.Question + " ", 4)).Trim(),
            Thresholds =
            [
                .. Enumerable
                    .Range(1, 12)
                    .Select(place => new ThresholdResult
                    {
                        Limit = $"out-of-band-management-network-of-building-{place}-second-floor",
                        Kind = "link",
                        Allows = "100 Gbit/s shared by all nodes of a hall, 1 Gbit/s each",
                        Analytic = 300 + (place * place * place * 40),
                        Event = 288,
                        SeenFrom = 576,
                        CostSeconds = place * 1_000,
                    }),
            ],
            Waterfall = Ladder([
                ("one node", T1),
                .. Enumerable
                    .Range(1, 24)
                    .Select(place =>
                        ($"out-of-band-management-network-of-building-{place}-second-floor", 1_000.0 * (25 - place))
                    ),
            ]),
        };
    }

    /// <summary>A curve of one time for all sizes.</summary>
    public static StudyResult Constant()
    {
        var study = Realistic();
        var cells = study
            .Cells.Select(cell =>
                cell with
                {
                    Makespan = new Estimate(600, 0, 30, 0.95),
                    T1 = 600,
                    TInf = 600,
                    Bound = 600,
                }
            )
            .ToList();
        return study with
        {
            Cells = cells,
            Law = ScalingFit.To([.. cells.Select(cell => new CurvePoint(cell.Nodes, 600))]),
            Thresholds = [],
            Waterfall = Ladder(("one node", 600)),
        };
    }

    /// <summary>From a second to a year, with holes: no interval here, nothing completed there.</summary>
    public static StudyResult SecondToYear()
    {
        var study = Realistic();
        var cells = Enumerable
            .Range(0, 8)
            .Select(place =>
            {
                var seconds = Math.Pow(10, place * 7.5 / 7);
                return Cell(1 + ((int)Math.Pow(10, place * 5 / 7.0) - 1)) with
                {
                    T1 = 1,
                    TInf = Math.Min(seconds, 1 + place),
                    Bound = null,
                    Makespan = place switch
                    {
                        3 => null,
                        4 => new Estimate(seconds, null, 1, 0.95),
                        _ => new Estimate(seconds, 0.3 * seconds, 30, 0.95),
                    },
                };
            })
            .ToList();
        return study with
        {
            Cells = cells,
            Law = null,
            Waterfall = Ladder(("one node", 1), ("lock", 31_622_775), ("failures", -0.4)),
        };
    }

    /// <summary>Sizes times limits.</summary>
    public static StudyResult TwoAxes()
    {
        var study = Realistic();
        string[] limits = ["1 %", "5 %", "25 %", "100 %"];
        return study with
        {
            Axes = ["cluster.nodes", "rollout.limit.max-unavailable"],
            Law = null,
            Thresholds = [],
            Cells =
            [
                .. study.Cells.SelectMany(
                    (cell, row) =>
                        limits.Select(
                            (limit, place) =>
                                cell with
                                {
                                    Index = (4 * row) + place,
                                    AxisValues = [cell.AxisValues[0], limit],
                                    Makespan = cell.Makespan!.Times(Math.Pow(2.2, 3 - place)),
                                }
                        )
                ),
            ],
        };
    }

    /// <summary>One size, another axis.</summary>
    public static StudyResult OtherAxis()
    {
        var study = TwoAxes();
        return study with
        {
            Axes = ["rollout.limit.max-unavailable"],
            Cells =
            [
                .. study
                    .Cells.Where(cell => cell.Nodes == 18_432)
                    .Select(cell => cell with { AxisValues = [cell.AxisValues[1]] }),
            ],
        };
    }
}
