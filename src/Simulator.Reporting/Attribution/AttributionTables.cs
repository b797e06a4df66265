using Simulator.Analysis.Estimates;
using Simulator.Experiments.Attribution;
using Simulator.Experiments.Levers;
using Simulator.Experiments.Waits;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Attribution;

/// <summary>The tables that <c>explain</c> adds; docs/reference/outputs.md describes every column.</summary>
public static class AttributionTables
{
    private static readonly IReadOnlyList<Column<FactorShare>> FactorColumns =
    [
        new("factor", row => Field.Of(row.Name)),
        new("kind", row => Field.Of(row.Kind)),
        new("removed_state", row => Field.Of(row.Removed)),
        .. Interval<FactorShare>("shapley_s", row => row.Shapley),
        new("sampling_error_s", row => Field.Of(row.SamplingError)),
        .. Interval<FactorShare>("removal_s", row => row.Removal),
        .. Interval<FactorShare>("alone_s", row => row.Alone),
    ];

    private static readonly IReadOnlyList<Column<(int Order, Cure Cure)>> CureColumns =
    [
        new("order", row => Field.Of((long)row.Order)),
        new("removed", row => Field.Of(string.Join(", ", row.Cure.Factors))),
        .. Interval<(int Order, Cure Cure)>("saves_s", row => row.Cure.Saves),
        new("left_s", row => Field.Of(row.Cure.RestSeconds)),
    ];

    private static readonly IReadOnlyList<Column<Elasticity>> ElasticityColumns =
    [
        new("lever", row => Field.Of(row.Lever.Path)),
        new("value", row => Field.Of(row.Lever.Text(row.Lever.Number))),
        new("low", row => Field.Of(row.Low)),
        new("high", row => Field.Of(row.High)),
        .. Interval<Elasticity>("elasticity", row => row.Value),
    ];

    private static readonly IReadOnlyList<Column<PathShare>> PathShareColumns =
    [
        new("cause", row => Field.Of(row.Cause)),
        new("seconds", row => Field.Of(row.Seconds)),
        .. Interval<PathShare>("share", row => row.Share),
        new("bites_share", row => Field.Of(row.BitesShare)),
    ];

    private static readonly IReadOnlyList<Column<PathStretch>> PathColumns =
    [
        new("start_s", row => Field.Of(row.StartSeconds)),
        new("seconds", row => Field.Of(row.Seconds)),
        new("who", row => Field.Of(row.Who)),
        new("step", row => Field.Of(row.Step)),
        new("cause", row => Field.Of(row.Cause)),
    ];

    private static readonly IReadOnlyList<Column<BusyWindow>> WindowColumns =
    [
        new("service", row => Field.Of(row.Service)),
        new("kind", row => Field.Of(row.Kind)),
        new("from_s", row => Field.Of(row.FromSeconds)),
        new("to_s", row => Field.Of(row.ToSeconds)),
        new("utilisation", row => Field.Of(row.Utilisation)),
    ];

    /// <summary>All of them, the one that <c>--format csv</c> prints first.</summary>
    /// <param name="result">The attribution.</param>
    public static IReadOnlyList<Table> All(AttributionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return
        [
            Shapley(result),
            Table.From("next", CureColumns, result.Cures.Select((cure, index) => (index + 1, cure))),
            Table.From("elasticity", ElasticityColumns, result.Elasticities),
            Table.From("path_shares", PathShareColumns, result.Blame),
            Table.From("path", PathColumns, result.Path),
            Table.From("busy", WindowColumns, result.Windows),
        ];
    }

    /// <summary><c>shapley.csv</c>: one row a factor, the largest share first.</summary>
    /// <param name="result">The attribution.</param>
    public static Table Shapley(AttributionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Table.From("shapley", FactorColumns, result.Factors);
    }

    /// <summary>A mean and the ends of its interval, which go before the unit in the name: <c>removal_lo_s</c>.</summary>
    private static IEnumerable<Column<T>> Interval<T>(string name, Func<T, Estimate?> of)
    {
        var (stem, unit) = name.EndsWith("_s", StringComparison.Ordinal) ? (name[..^2], "_s") : (name, "");
        yield return new(name, row => Field.Of(of(row)?.Mean));
        yield return new(stem + "_lo" + unit, row => Field.Of(of(row)?.Lower));
        yield return new(stem + "_hi" + unit, row => Field.Of(of(row)?.Upper));
    }
}
