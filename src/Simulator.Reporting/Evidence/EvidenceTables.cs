using System.Globalization;
using System.Text.Json;
using Simulator.Experiments.Evidence;
using Simulator.Experiments.Logs;
using Simulator.Reporting.Fits;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Evidence;

/// <summary>The tables of the evidence; numbers have six significant digits, errors six places.</summary>
public static class EvidenceTables
{
    private const int ErrorPlaces = 6;

    /// <summary><c>evidence.csv</c>: one row a point.</summary>
    public static Table Points(EvidenceResult evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return Table.From<EvidenceRow>(
            "evidence",
            [
                new("case", row => Field.Of(row.Point.Case)),
                new("n", row => Field.Of((double)row.Point.N)),
                new("measured_s", row => Field.Of(row.Point.Seconds)),
                new("predicted_s", row => Number(row.Predicted)),
                new("lo_s", row => Number(row.Low)),
                new("hi_s", row => Number(row.High)),
                new("error", row => Field.Of(row.Error is { } error ? Math.Round(error, ErrorPlaces) + 0.0 : null)),
                new("kind", row => Field.Of(Word(row.Kind))),
                new("basis", row => Field.Of(row.Basis is { } basis ? Word(basis) : null)),
            ],
            evidence.Rows
        );
    }

    /// <summary><c>cases.csv</c>: one row a case.</summary>
    public static Table Cases(EvidenceResult evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return Table.From<CaseResult>(
            "cases",
            [
                new("case", result => Field.Of(result.Name)),
                new("points", result => Field.Of((long)result.Rows.Count)),
                new("unseen", result => Field.Of((long)result.Counted.Count)),
                new("median_abs_error", result => Number(CaseResult.MedianError(result.Counted))),
                new("worst_error", result => Number(CaseResult.WorstError(result.Counted))),
                new("inside", result => Field.Of((long)result.Counted.Count(row => row.IsInside))),
                new("leave_one_out_median_abs_error", result => Number(CaseResult.MedianError(LeftOut(result)))),
                new("measures", result => Field.Of(result.Scenario?.Evidence?.Measure.Name)),
                new("n_counts", result => Field.Of(result.Scenario?.Evidence?.Counts)),
                new("calibrated", result => Field.Of(result.Scenario is null ? null : Calibrated(result))),
                new("capacity", result => Field.Of(result.Scenario?.Evidence?.Capacity)),
                new("mechanism", result => Field.Of(result.Scenario?.Evidence?.Mechanism)),
                new("source", result => Field.Of(result.Scenario?.Evidence?.Source)),
            ],
            evidence.Cases
        );
    }

    /// <summary><c>problems.csv</c>: the rows that were left out.</summary>
    public static Table Problems(EvidenceResult evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return Table.From<LogProblem>(
            "problems",
            [
                new("row", problem => Field.Of((long)problem.Row)),
                new("kind", problem => Field.Of(problem.Kind)),
                new("detail", problem => Field.Of(problem.Detail)),
            ],
            evidence.Problems.Kept
        );
    }

    /// <summary>All tables in the order of the JSON object.</summary>
    public static IReadOnlyList<Table> All(EvidenceResult evidence) =>
        [Points(evidence), Cases(evidence), Problems(evidence)];

    /// <summary>The calibrated numbers with the points that set them: <c>PATH = VALUE from n = 1, 40</c>.</summary>
    internal static string Calibrated(CaseResult result) =>
        string.Join(
            "; ",
            result.Calibrated.Zip(
                result.Scenario!.Evidence!.Calibrated,
                (set, number) => $"{set.Path} = {set.Value} from n = {Points(number)}"
            )
        );

    /// <summary>A kind or basis as the tables write it.</summary>
    internal static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The points that were predicted by a calibration without them.</summary>
    internal static IEnumerable<EvidenceRow> LeftOut(CaseResult result) =>
        result.Rows.Where(row => row is { Kind: PointKind.Calibrated, Basis: PredictionBasis.LeaveOneOut });

    private static string Points(CalibratedNumber number) =>
        string.Join(
            ", ",
            number.Points.Select(point => point.N.ToString("0.############", CultureInfo.InvariantCulture))
        );

    private static Field Number(double? value) => Field.Of(Rounded.Of(value));
}
