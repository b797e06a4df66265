using Simulator.Analysis.Fitting;
using Simulator.Experiments.Logs;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Fits;

/// <summary>The tables of a fit; numbers have six significant digits.</summary>
public static class FitTables
{
    private static readonly IReadOnlyList<Column<StepFit>> StepColumns =
    [
        new("step", step => Field.Of(step.Step)),
        new("law", step => Field.Of(step.Fit?.Chosen.Law.Name)),
        new("verdict", step => Field.Of(step.Fit is { } fit ? StepWords.Verdict(fit.Verdict) : null)),
        new("ok", step => Field.Of(step.Ok)),
        new("failed", step => Field.Of(step.Failed)),
        new("unfinished", step => Field.Of(step.Unfinished)),
        new("ks_distance", step => Number(step.Fit?.Candidates.Count > 0 ? Distance(step.Fit) : null)),
        new("ks_p", step => Number(step.Fit?.Chosen.PValue)),
        new("mean_s", step => Number(step.Fit?.Chosen.Law.Mean)),
        new("p50_s", step => Number(step.Fit?.Chosen.Law.Quantile(0.5))),
        new("p95_s", step => Number(step.Fit?.Chosen.Law.Quantile(0.95))),
        new("p99_s", step => Number(step.Fit?.Chosen.Law.Quantile(0.99))),
        new("fails", step => Number(step.Fails?.Share)),
        new("fails_lo", step => Number(step.Fails?.Lower)),
        new("fails_hi", step => Number(step.Fails?.Upper)),
        new("failed_p50_s", step => Number(step.FailedMedian)),
        new("most_attempts", step => Field.Of(step.MostAttempts)),
        new("poll_s", step => Number(step.Poll)),
        new("rack_correlation", step => Number(step.RackCorrelation?.Value)),
        new("rack_correlation_lo", step => Number(step.RackCorrelation?.Lower)),
        new("rack_correlation_hi", step => Number(step.RackCorrelation?.Upper)),
        new("outliers", step => Field.Of(step.OutlierCount)),
        new("takes", step => Field.Of(step.Fit is { } fit ? LawSpelling.Of(fit.Chosen.Law, step.Name) : null)),
    ];

    /// <summary><c>fit.csv</c>: one row a step.</summary>
    public static Table Fit(LogFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return Table.From("fit", StepColumns, fit.Steps);
    }

    /// <summary><c>laws.csv</c>: one row a step, law and parameter.</summary>
    public static Table Laws(LogFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var rows =
            from step in fit.Steps
            from law in step.Fit?.Candidates ?? []
            from estimate in law.Estimates
            select (Step: step, Law: law, Estimate: estimate);
        return Table.From<(StepFit Step, FittedLaw Law, ParameterEstimate Estimate)>(
            "laws",
            [
                new("step", row => Field.Of(row.Step.Step)),
                new("law", row => Field.Of(row.Law.Law.Name)),
                new("is_chosen", row => Field.Of(ReferenceEquals(row.Law, row.Step.Fit!.Chosen))),
                new("aicc", row => Number(row.Law.Aicc)),
                new("ks_distance", row => Number(row.Law.Distance)),
                new("ks_p", row => Number(row.Law.PValue)),
                new("parameter", row => Field.Of(row.Estimate.Name)),
                new("value", row => Number(row.Estimate.Value)),
                new("lo", row => Number(row.Estimate.Lower)),
                new("hi", row => Number(row.Estimate.Upper)),
                new("unit", row => Field.Of(UnitOf(row.Estimate.Dimension, "s"))),
                new(
                    "value_in_log_unit",
                    row => Number(StepWords.InUnit(row.Estimate.Value, row.Estimate.Dimension, fit))
                ),
                new("log_unit", row => Field.Of(UnitOf(row.Estimate.Dimension, fit.Unit))),
            ],
            rows
        );
    }

    /// <summary><c>outliers.csv</c>: the first hundred of each step.</summary>
    public static Table Outliers(LogFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return Table.From<(StepFit Step, OutlierResult Outlier)>(
            "outliers",
            [
                new("step", row => Field.Of(row.Step.Step)),
                new("row", row => Field.Of(row.Outlier.Row)),
                new("node", row => Field.Of(row.Outlier.Node)),
                new("seconds", row => Number(row.Outlier.Seconds)),
            ],
            fit.Steps.SelectMany(step => step.Outliers.Select(outlier => (step, outlier)))
        );
    }

    /// <summary><c>problems.csv</c>: the rows that were left out.</summary>
    public static Table Problems(LogFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return Table.From<LogProblem>(
            "problems",
            [
                new("row", problem => Field.Of(problem.Row)),
                new("kind", problem => Field.Of(problem.Kind)),
                new("detail", problem => Field.Of(problem.Detail)),
            ],
            fit.Problems.Kept
        );
    }

    /// <summary>All tables in the order of the JSON object.</summary>
    public static IReadOnlyList<Table> All(LogFit fit) => [Fit(fit), Laws(fit), Outliers(fit), Problems(fit)];

    private static double Distance(SampleFit fit) =>
        fit.Verdict == FitVerdict.Poor ? fit.Candidates.Min(law => law.Distance) : fit.Chosen.Distance;

    private static string? UnitOf(ParameterDimension dimension, string unit) =>
        dimension switch
        {
            ParameterDimension.Time => unit,
            ParameterDimension.LogTime => "ln " + unit,
            _ => null,
        };

    private static Field Number(double? value) => Field.Of(Rounded.Of(value));
}
