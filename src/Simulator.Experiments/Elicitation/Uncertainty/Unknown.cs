using Simulator.Experiments.Elicitation.Pooling;

namespace Simulator.Experiments.Elicitation.Uncertainty;

/// <summary>
/// What is not known as one thing: a number by itself, or all times of one law together. Who is wrong about the median of a
/// law is wrong about its P90 in the same direction, so they share one rank.
/// </summary>
/// <param name="Key">The path of the question, or of the law; random numbers are keyed by it.</param>
/// <param name="Places">Places of its questions among all pooled ones, rising, at least one.</param>
internal sealed record Unknown(string Key, IReadOnlyList<int> Places)
{
    /// <summary>The unknowns behind some questions, in their order.</summary>
    public static IReadOnlyList<Unknown> Of(IReadOnlyList<PooledQuestion> pooled) =>
        [
            .. pooled
                .Select((own, place) => (Key: KeyOf(own), Place: place))
                .GroupBy(own => own.Key, StringComparer.Ordinal)
                .Select(own => new Unknown(own.Key, [.. own.Select(pair => pair.Place)])),
        ];

    private static string KeyOf(PooledQuestion own) =>
        own.Question is { IsTime: true, Law: { } law } ? law : own.Question.Path;
}
