using Simulator.Analysis.Estimates;

namespace Simulator.Analysis.Horizons;

/// <summary>
/// The equivalence test "accept O(1)": the 90 % interval of the exponent of T/T_inf inside (−d, d), d = ln(1+ε)/ln(Nmax/N_0),
/// and every simultaneous 95 % interval of T/T_inf below 1 + ε.
/// </summary>
/// <param name="Accepted">The verdict; null where it cannot be told (one size, or one replication).</param>
/// <param name="Exponent">Slope of ln(T/T_inf) on ln N with its 90 % interval; null for one size.</param>
/// <param name="Margin">d; null for one size.</param>
/// <param name="Ratios">The cells in ascending N.</param>
/// <param name="Reason">One sentence: what decided.</param>
/// <remarks>
/// Immutable. The burden of proof is on O(1): "not significantly different" does not accept. Source: D. J. Schuirmann, "A
/// comparison of the two one-sided tests procedure and the power approach", 1987, for the 90 % interval.
/// </remarks>
public sealed record Acceptance(
    bool? Accepted,
    Estimate? Exponent,
    double? Margin,
    IReadOnlyList<AcceptanceRatio> Ratios,
    string Reason
)
{
    private const double ExponentConfidence = 0.90;
    private const double FamilyConfidence = 0.95;

    /// <summary>Tests the cells of [N_0, Nmax].</summary>
    /// <param name="cells">
    /// Tested sizes, each once, any order. Under common random numbers row r of every cell is replication r: the exponent's
    /// interval uses that (the first min n replications of all cells).
    /// </param>
    /// <param name="epsilon">ε &gt; 0; 0.1 = 10 %.</param>
    /// <returns>The verdict with all that led to it.</returns>
    /// <exception cref="ArgumentException">No cell, a size twice, lengths that differ, or a time not finite or ≤ 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epsilon"/> is not positive.</exception>
    /// <remarks>
    /// The slope is Σ wᵢ ln r̂ᵢ; its error is that of the linearised Σ wᵢ (T/mean T − T_inf/mean T_inf) over replications, so
    /// correlation across N is accounted for. O(cells replications).
    /// </remarks>
    public static Acceptance Test(IReadOnlyList<AcceptanceCell> cells, double epsilon)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (!(epsilon > 0 && double.IsFinite(epsilon)))
        {
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "A tolerance is positive.");
        }

        var sorted = cells.OrderBy(cell => cell.Nodes).Select(Require).ToArray();
        if (sorted.Length == 0 || sorted.Select(cell => cell.Nodes).Distinct().Count() < sorted.Length)
        {
            throw new ArgumentException("An acceptance test needs at least one size, each once.", nameof(cells));
        }

        var level = SimultaneousLimits.Bonferroni(FamilyConfidence, sorted.Length);
        var ratios = sorted.Select(cell => Ratio(cell, level, epsilon)).ToArray();
        if (sorted.Length < 2)
        {
            return new Acceptance(null, null, null, ratios, "One size has no exponent: test at least two.");
        }

        var margin = Math.Log(1 + epsilon) / Math.Log((double)sorted[^1].Nodes / sorted[0].Nodes);
        var exponent = Slope(sorted);
        return Judge(ratios, exponent, margin, epsilon);
    }

    private static Acceptance Judge(AcceptanceRatio[] ratios, Estimate exponent, double margin, double epsilon)
    {
        if (exponent.HalfWidth is null || ratios.Any(ratio => ratio.Holds is null))
        {
            return new Acceptance(null, exponent, margin, ratios, "One replication gives no interval.");
        }

        if (Array.Find(ratios, ratio => ratio.Holds == false) is { } over)
        {
            var reason = $"T/T_inf at N = {over.Nodes} may reach {over.Ratio.Upper:G5}, not below {1 + epsilon:G5}.";
            return new Acceptance(false, exponent, margin, ratios, reason);
        }

        var isFlat = exponent.Lower > -margin && exponent.Upper < margin;
        var range = $"the exponent [{exponent.Lower:G3}, {exponent.Upper:G3}]";
        return new Acceptance(
            isFlat,
            exponent,
            margin,
            ratios,
            isFlat
                ? $"All ratios are below {1 + epsilon:G5} and {range} lies within {margin:G3} of 0."
                : $"All ratios are below {1 + epsilon:G5}, but {range} leaves ({-margin:G3}, {margin:G3})."
        );
    }

    private static AcceptanceCell Require(AcceptanceCell cell)
    {
        var isPaired = cell.ReferenceSeconds.Count == 1 || cell.ReferenceSeconds.Count == cell.Seconds.Count;
        if (cell.Nodes < 1 || cell.Seconds.Count == 0 || !isPaired)
        {
            throw new ArgumentException($"The cell of {cell.Nodes} nodes has no pairs of times.", nameof(cell));
        }

        return cell.Seconds.Concat(cell.ReferenceSeconds).All(time => time > 0 && double.IsFinite(time))
            ? cell
            : throw new ArgumentException(
                $"The cell of {cell.Nodes} nodes has a time that is not positive.",
                nameof(cell)
            );
    }

    private static AcceptanceRatio Ratio(AcceptanceCell cell, double level, double epsilon)
    {
        var ratio = PairedRatio.OfMeans(
            cell.Seconds,
            [.. Enumerable.Range(0, cell.Seconds.Count).Select(r => Reference(cell, r))],
            level
        );
        return new AcceptanceRatio(cell.Nodes, ratio, ratio.Upper is { } upper ? upper < 1 + epsilon : null);
    }

    private static double Reference(AcceptanceCell cell, int replication) =>
        cell.ReferenceSeconds[cell.ReferenceSeconds.Count == 1 ? 0 : replication];

    private static Estimate Slope(AcceptanceCell[] cells)
    {
        var logs = cells.Select(cell => Math.Log(cell.Nodes)).ToArray();
        var center = logs.Average();
        var squares = logs.Sum(log => (log - center) * (log - center));
        var replications = cells.Min(cell => cell.Seconds.Count);
        var influence = new double[replications];
        var slope = 0.0;
        for (var index = 0; index < cells.Length; index++)
        {
            var cell = cells[index];
            var weight = (logs[index] - center) / squares;
            var above = cell.Seconds.Take(replications).Average();
            var below = Enumerable.Range(0, replications).Average(r => Reference(cell, r));
            slope += weight * Math.Log(above / below);
            for (var r = 0; r < replications; r++)
            {
                influence[r] += weight * ((cell.Seconds[r] / above) - (Reference(cell, r) / below));
            }
        }

        return Estimate.FromReplications(influence, ExponentConfidence) with
        {
            Mean = slope,
        };
    }
}
