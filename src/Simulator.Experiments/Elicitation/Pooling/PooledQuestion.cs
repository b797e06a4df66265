using Simulator.Experiments.Elicitation.Answers;
using Simulator.Experiments.Elicitation.Asking;
using Simulator.Experiments.Elicitation.Laws;

namespace Simulator.Experiments.Elicitation.Pooling;

/// <summary>A question with what all experts together believe.</summary>
/// <remarks>Immutable. Numbers are in the unit of the question.</remarks>
public sealed class PooledQuestion
{
    /// <summary>Pools the answers.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="answers">At least one, each of another expert.</param>
    /// <param name="isWeighted">Whether an expert counts by confidence; else all count alike.</param>
    public PooledQuestion(Question question, IEnumerable<Answer> answers, bool isWeighted)
    {
        Question = question;
        Answers = [.. answers.OrderBy(answer => answer.Expert, StringComparer.Ordinal)];
        Pool = new OpinionPool([.. Answers.Select(answer => (answer.Law, isWeighted ? answer.Confidence : 1))]);
        (Low, Middle, High) = (Pool.Quantile(0.1), Pool.Quantile(0.5), Pool.Quantile(0.9));
    }

    /// <summary>What was asked.</summary>
    public Question Question { get; }

    /// <summary>The answers, by the names of the experts.</summary>
    public IReadOnlyList<Answer> Answers { get; }

    /// <summary>What they make together.</summary>
    public OpinionPool Pool { get; }

    /// <summary>P10 of the pool.</summary>
    public double Low { get; }

    /// <summary>P50 of the pool.</summary>
    public double Middle { get; }

    /// <summary>P90 of the pool.</summary>
    public double High { get; }

    /// <summary>Pairs of experts of whom one is above P90 of the other with all of P10 to P90: at most one is right. Lower one first.</summary>
    public IEnumerable<(Answer Below, Answer Above)> Contradictions =>
        from below in Answers
        from above in Answers
        where below.High < above.Low
        select (below, above);

    /// <summary>Whether an expert is over-confident here: P90 − P10 is less than the medians of all experts are apart.</summary>
    /// <param name="answer">One of <see cref="Answers"/>.</param>
    public bool IsNarrow(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.High - answer.Low < Answers.Max(other => other.Middle) - Answers.Min(other => other.Middle);
    }
}
