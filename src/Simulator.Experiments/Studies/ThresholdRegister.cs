using Simulator.Cluster.Bounds;
using Simulator.Cluster.Records;
using Simulator.Experiments.Running;
using Simulator.Experiments.Sweeps;

namespace Simulator.Experiments.Studies;

/// <summary>Every declared limit with three readings of its N*: by formula, as seen in the runs, by a segmented fit.</summary>
/// <remarks>
/// A limit is seen to bite at N where the last node waits for it for at least 1 % of T and lifting it alone saves at least
/// 1 % of T, each in more than half of the replications. Long waits that cost nothing, because another limit would hold the
/// node up instead, do not count; where all that are waited for hide each other, all of them bite.
/// </remarks>
internal sealed class ThresholdRegister
{
    private const double InMostRuns = 0.5;

    private readonly Removal _removal;
    private readonly List<(Cell Cell, CellResult Result, IReadOnlyList<ReplicationResult> Done)> _curve;

    private ThresholdRegister(
        Removal removal,
        IReadOnlyList<Cell> cells,
        IReadOnlyList<CellResult> results,
        IReadOnlyList<IReadOnlyList<ReplicationResult>> replications
    )
    {
        _removal = removal;
        _curve = [.. cells.Select(cell => (cell, results[cell.Index], replications[cell.Index]))];
    }

    /// <summary>The register.</summary>
    /// <param name="removal">Runs cells without a limit.</param>
    /// <param name="curve">Cells that differ in N only, in the order of N; the last is the one that costs are told of.</param>
    /// <param name="results">Of all cells of the study, by index.</param>
    /// <param name="replications">Of all cells of the study, by index.</param>
    /// <param name="waterfall">Of the last cell of the curve.</param>
    public static IReadOnlyList<ThresholdResult> Of(
        Removal removal,
        IReadOnlyList<Cell> curve,
        IReadOnlyList<CellResult> results,
        IReadOnlyList<IReadOnlyList<ReplicationResult>> replications,
        IReadOnlyList<WaterfallBar> waterfall
    )
    {
        var register = new ThresholdRegister(removal, curve, results, replications);
        var rows = DeclaredLimits
            .Of(curve[^1].Scenario.Model)
            .Select(limit => Row(limit, waterfall))
            .Select(register.WithSavings)
            .ToList();
        register.SeeWhatBites(rows);
        return
        [
            .. rows.Select(register.WithEnd)
                .Select(row => WithHider(row, rows, curve[^1]))
                .OrderBy(row => row.SeenFrom ?? long.MaxValue)
                .ThenBy(row => row.Analytic ?? long.MaxValue)
                .ThenByDescending(row => row.SavedSeconds ?? 0),
        ];
    }

    private static ThresholdResult Row(DeclaredLimit limit, IReadOnlyList<WaterfallBar> waterfall)
    {
        var bars = waterfall
            .Where(bar =>
                bar.Cause == limit.Name || (limit.Kind is "batch" or "waves" or "schedule" && bar.Cause == "barriers")
            )
            .ToList();
        return new ThresholdResult
        {
            Limit = limit.Name,
            Kind = limit.Kind,
            Allows = limit.Allows,
            Analytic = limit.NStar,
            HiddenBehind = limit.HiddenBehind,
            RoundedFrom = limit.RoundedFrom,
            CostSeconds = bars.Count > 0 ? bars.Sum(bar => bar.Seconds) : null,
        };
    }

    private ThresholdResult WithSavings(ThresholdResult row)
    {
        var (cell, _, done) = _curve[^1];
        return row with { SavedSeconds = _removal.Savings(cell, row, done).Average() };
    }

    /// <summary>Up to where it bites: to the end where it does at the last size, else as far as it does without a gap.</summary>
    private ThresholdResult WithEnd(ThresholdResult row)
    {
        if (row.SeenFrom is not { } first)
        {
            return row;
        }

        var (last, _, done) = _curve[^1];
        if (last.Nodes == first || _removal.Saves(last, row, done))
        {
            return row with { SeenTo = last.Nodes };
        }

        var further = _curve
            .Where(part => part.Cell.Nodes > first)
            .TakeWhile(part => IsWaitedFor(row, part.Result) && _removal.Saves(part.Cell, row, part.Done));
        return row with { SeenTo = further.Select(part => (long?)part.Cell.Nodes).LastOrDefault() ?? first };
    }

    /// <summary>Goes up in N; what was seen to bite once is not tried again.</summary>
    private void SeeWhatBites(List<ThresholdResult> rows)
    {
        long? below = null;
        foreach (var (cell, result, done) in _curve)
        {
            var waitedFor = rows.Where(row => IsWaitedFor(row, result)).ToList();
            var biting = waitedFor.Where(row => row.SeenFrom is not null || _removal.Saves(cell, row, done)).ToList();
            foreach (var row in (biting.Count > 0 ? biting : waitedFor).Where(row => row.SeenFrom is null))
            {
                rows[rows.IndexOf(row)] = row with { SeenFrom = cell.Nodes, Event = below };
            }

            below = cell.Nodes;
        }
    }

    /// <summary>On the path of the last node with at least 1 % of T in most replications; a cap from where it rounds on.</summary>
    private static bool IsWaitedFor(ThresholdResult row, CellResult cell) =>
        row.Kind == "cap"
            ? cell.Nodes >= row.RoundedFrom
            : cell.Blame.Any(part => part.Cause == CauseOf(row) && part.BitesShare > InMostRuns);

    /// <summary>Waits for a pass of the controller are waits for a place.</summary>
    private static string CauseOf(ThresholdResult row) => row.Kind == "passes" ? Causes.LimitName : row.Limit;

    /// <summary>What should bite by its formula but never does is hidden behind the limit whose lifting saves most.</summary>
    private static ThresholdResult WithHider(ThresholdResult row, List<ThresholdResult> rows, Cell largest)
    {
        var isMissed = row is { HiddenBehind: null, SeenFrom: null } && row.Analytic < largest.Nodes;
        var hider = isMissed
            ? rows.Where(other => other.SeenFrom is not null && other.SavedSeconds > 0)
                .MaxBy(other => other.SavedSeconds)
            : null;
        return hider is null ? row : row with { HiddenBehind = hider.Limit };
    }
}
