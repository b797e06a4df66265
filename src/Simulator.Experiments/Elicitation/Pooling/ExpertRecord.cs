using Simulator.Analysis.Estimates;

namespace Simulator.Experiments.Elicitation.Pooling;

/// <summary>How one expert stands to the others.</summary>
/// <param name="Expert">The name.</param>
/// <param name="Answers">Questions answered.</param>
/// <param name="Narrow">Answers that are narrower than the experts are apart.</param>
/// <param name="Others">Medians that others gave to the same questions.</param>
/// <param name="Held">Those of them that lie within this expert's P10 to P90; some 80 % would, if all knew alike and said so.</param>
public sealed record ExpertRecord(string Expert, int Answers, int Narrow, int Others, int Held)
{
    private const double Inside = 0.8;
    private const double Doubt = 0.05;

    /// <summary>Whether so few would be held with a chance below 5 % if each were with 80 %: P(Bin(Others, 0.8) ≤ Held).</summary>
    public bool IsOverconfident => Others > 0 && new BinomialTable(Others, Inside).AtMost(Held) < Doubt;

    /// <summary>The records of all experts, by name.</summary>
    /// <param name="pooled">The questions.</param>
    public static IReadOnlyList<ExpertRecord> Of(IReadOnlyList<PooledQuestion> pooled)
    {
        ArgumentNullException.ThrowIfNull(pooled);
        var answers = pooled.SelectMany(question => question.Answers.Select(own => (Question: question, Own: own)));
        return
        [
            .. answers
                .GroupBy(pair => pair.Own.Expert, StringComparer.Ordinal)
                .OrderBy(expert => expert.Key, StringComparer.Ordinal)
                .Select(expert =>
                {
                    var medians = expert
                        .SelectMany(pair =>
                            pair.Question.Answers.Where(other => other != pair.Own)
                                .Select(other => other.Middle >= pair.Own.Low && other.Middle <= pair.Own.High)
                        )
                        .ToList();
                    return new ExpertRecord(
                        expert.Key,
                        expert.Count(),
                        expert.Count(pair => pair.Question.IsNarrow(pair.Own)),
                        medians.Count,
                        medians.Count(isHeld => isHeld)
                    );
                }),
        ];
    }
}
