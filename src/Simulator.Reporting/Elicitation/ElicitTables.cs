using Simulator.Analysis.Sensitivity;
using Simulator.Experiments.Elicitation;
using Simulator.Experiments.Elicitation.Answers;
using Simulator.Experiments.Elicitation.Pooling;
using Simulator.Experiments.Elicitation.Uncertainty;
using Simulator.Reporting.Fits;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Elicitation;

/// <summary>The tables of <c>elicit</c>; numbers have six significant digits.</summary>
public static class ElicitTables
{
    /// <summary><c>questions.csv</c>: one row an answered question, those first that are worth most; times of one law share their figures.</summary>
    public static Table Questions(ElicitResult found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return Table.From<(QuestionValue Value, PooledQuestion Own)>(
            "questions",
            [
                new("question", row => Field.Of(row.Own.Question.Path)),
                new("asks", row => Field.Of(row.Own.Question.Asks)),
                new("unit", row => Field.Of(row.Own.Question.Unit)),
                new("current", row => Number(row.Own.Question.Current)),
                new("experts", row => Field.Of((long)row.Own.Answers.Count)),
                new("p10", row => Number(row.Own.Low)),
                new("p50", row => Number(row.Own.Middle)),
                new("p90", row => Number(row.Own.High)),
                .. Share("t_inf_share", own => own.OfFloor),
                .. Share("makespan_share", own => own.OfTime),
                new("t_inf_at_p10_s", row => Number(row.Value.AtLow?.Floor)),
                new("t_inf_at_p90_s", row => Number(row.Value.AtHigh?.Floor)),
                new("makespan_at_p10_s", row => Number(row.Value.AtLow?.Time)),
                new("makespan_at_p90_s", row => Number(row.Value.AtHigh?.Time)),
            ],
            found.Values.SelectMany(value => value.Questions.Select(own => (value, own)))
        );
    }

    /// <summary><c>times.csv</c>: T_inf(N) and T(N), with what is unknown and what is chance.</summary>
    public static Table Times(ElicitResult found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return Table.From<(string Name, UncertainTime Time)>(
            "times",
            [
                new("time", row => Field.Of(row.Name)),
                new("mean_s", row => Number(row.Time.Variance.Mean)),
                new("standard_error_s", row => Number(row.Time.Variance.StandardError)),
                .. Band("mean", row => row.Time.OfMean),
                .. Band("rollout", row => row.Time.OfRollout),
                new("variance_unknown_s2", row => Number(row.Time.Variance.Unknown)),
                new("variance_chance_s2", row => Number(row.Time.Variance.Chance)),
                new("unknown_share", row => Number(row.Time.Variance.UnknownShare)),
            ],
            TimesOf(found)
        );
    }

    /// <summary><c>answers.csv</c>: one row an answer, with what it contradicts.</summary>
    public static Table Answers(ElicitResult found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return Table.From<(PooledQuestion Pooled, Answer Own, double Weight)>(
            "answers",
            [
                new("question", row => Field.Of(row.Pooled.Question.Path)),
                new("expert", row => Field.Of(row.Own.Expert)),
                new("unit", row => Field.Of(row.Pooled.Question.Unit)),
                new("form", row => Field.Of(row.Own.IsTriple ? "min-mode-max" : "p10-p50-p90")),
                new("p10", row => Number(row.Own.Low)),
                new("p50", row => Number(row.Own.Middle)),
                new("p90", row => Number(row.Own.High)),
                new("weight", row => Number(row.Weight)),
                new("is_narrow", row => Field.Of(row.Pooled.IsNarrow(row.Own))),
                new("contradicts", row => Field.Of(Opponents(row.Pooled, row.Own))),
                new("source", row => Field.Of(row.Own.Source.Length > 0 ? row.Own.Source : null)),
            ],
            found.Pooled.SelectMany(pooled =>
                pooled.Answers.Zip(pooled.Pool.Weights, (own, weight) => (pooled, own, weight))
            )
        );
    }

    /// <summary><c>experts.csv</c>: one row an expert.</summary>
    public static Table Experts(ElicitResult found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return Table.From<ExpertRecord>(
            "experts",
            [
                new("expert", expert => Field.Of(expert.Expert)),
                new("answers", expert => Field.Of((long)expert.Answers)),
                new("narrow", expert => Field.Of((long)expert.Narrow)),
                new("others", expert => Field.Of((long)expert.Others)),
                new("held", expert => Field.Of((long)expert.Held)),
            ],
            found.Experts
        );
    }

    /// <summary><c>draws.csv</c>: one row a draw of the unknowns, a column a question, then the means of both times.</summary>
    public static Table Draws(ElicitResult found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var places = found
            .Completed.Select((draw, place) => (draw, place))
            .ToDictionary(pair => pair.draw, pair => pair.place);
        return Table.From<int>(
            "draws",
            [
                new("draw", draw => Field.Of((long)draw)),
                .. found.Pooled.Select(
                    (pooled, place) => new Column<int>(pooled.Question.Path, draw => Number(found.Draws[draw][place]))
                ),
                new("t_inf_s", draw => Number(found.Floor.Means[draw])),
                new(
                    "makespan_s",
                    draw => Number(places.TryGetValue(draw, out var place) ? found.Time?.Means[place] : null)
                ),
            ],
            Enumerable.Range(0, found.Draws.Count)
        );
    }

    /// <summary><c>problems.csv</c>: the rows that were left out.</summary>
    public static Table Problems(ElicitResult found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return Table.From<AnswerProblem>(
            "problems",
            [
                new("file", problem => Field.Of(Path.GetFileName(problem.File))),
                new("row", problem => Field.Of((long)problem.Row)),
                new("kind", problem => Field.Of(problem.Kind)),
                new("detail", problem => Field.Of(problem.Detail)),
            ],
            found.Answers.Problems
        );
    }

    /// <summary>All tables in the order of the JSON object.</summary>
    public static IReadOnlyList<Table> All(ElicitResult found) =>
        [Questions(found), Times(found), Answers(found), Experts(found), Draws(found), Problems(found)];

    /// <summary>The times that there are.</summary>
    internal static IReadOnlyList<(string Name, UncertainTime Time)> TimesOf(ElicitResult found) =>
        found.Time is { } time ? [("t_inf", found.Floor), ("makespan", time)] : [("t_inf", found.Floor)];

    private static string? Opponents(PooledQuestion pooled, Answer own)
    {
        var names = pooled
            .Contradictions.Where(pair => pair.Below == own || pair.Above == own)
            .Select(pair => pair.Below == own ? pair.Above.Expert : pair.Below.Expert)
            .ToList();
        return names.Count > 0 ? string.Join("; ", names) : null;
    }

    private static IEnumerable<Column<(QuestionValue Value, PooledQuestion Own)>> Share(
        string name,
        Func<QuestionValue, FirstOrderShare?> share
    ) =>
        [
            new(name, row => Number(share(row.Value)?.Value)),
            new(name + "_lo", row => Number(share(row.Value)?.Lower)),
            new(name + "_hi", row => Number(share(row.Value)?.Upper)),
        ];

    private static IEnumerable<Column<(string Name, UncertainTime Time)>> Band(
        string name,
        Func<(string Name, UncertainTime Time), TimeBand> band
    ) =>
        [
            new(name + "_p2_5_s", row => Number(band(row).P2)),
            new(name + "_p10_s", row => Number(band(row).P10)),
            new(name + "_p50_s", row => Number(band(row).P50)),
            new(name + "_p90_s", row => Number(band(row).P90)),
            new(name + "_p97_5_s", row => Number(band(row).P97)),
        ];

    private static Field Number(double? value) => Field.Of(Rounded.Of(value));
}
