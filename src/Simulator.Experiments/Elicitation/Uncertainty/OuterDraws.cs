using Simulator.Experiments.Elicitation.Pooling;
using Simulator.Experiments.Scenarios;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Elicitation.Uncertainty;

/// <summary>
/// Draws of the unknown numbers: X = F⁻¹(u) of each pool, u keyed by (seed, draw k as the replication, step = hash of
/// "elicit:" + path, attempt). Numbers that contradict each other are drawn again as a whole with the next attempt, so that
/// what is left is the joint law given that the scenario makes sense.
/// </summary>
internal sealed class OuterDraws
{
    private const uint MostAttempts = 100;

    private OuterDraws(IReadOnlyList<double[]> numbers, IReadOnlyList<Scenario> scenarios, int redrawn, string reason) =>
        (Numbers, Scenarios, Redrawn, Reason) = (numbers, scenarios, redrawn, reason);

    /// <summary>The numbers, shape [draws][questions], in the units of the questions.</summary>
    public IReadOnlyList<double[]> Numbers { get; }

    /// <summary>The scenario of each draw.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>Attempts that were thrown away.</summary>
    public int Redrawn { get; }

    /// <summary>Why the last of them was; empty where none was.</summary>
    public string Reason { get; }

    /// <summary>Draws.</summary>
    /// <exception cref="ElicitException">A hundred attempts in a row contradict themselves.</exception>
    public static OuterDraws Make(
        ulong seed,
        int count,
        IReadOnlyList<PooledQuestion> pooled,
        AnsweredScenario answered
    )
    {
        var steps = pooled.Select(own => Fnv1a.Hash32("elicit:" + own.Question.Path)).ToArray();
        var (numbers, scenarios, redrawn, why) = (new List<double[]>(), new List<Scenario>(), 0, "");
        for (var draw = 0; draw < count; draw++)
        {
            var key = StreamKey.Derive(seed, (ulong)draw);
            for (var attempt = 1u; scenarios.Count == draw; attempt++)
            {
                var values = pooled
                    .Select((own, place) => own.Pool.Quantile(key.Uniform(0, steps[place], attempt, 0)))
                    .ToArray();
                if (answered.With(values, out var reason) is { } scenario)
                {
                    numbers.Add(values);
                    scenarios.Add(scenario);
                    continue;
                }

                (redrawn, why) = (redrawn + 1, reason);
                if (attempt == MostAttempts)
                {
                    throw new ElicitException(
                        $"the answers contradict each other: {MostAttempts} draws in a row make no scenario ({reason})"
                    );
                }
            }
        }

        return new OuterDraws(numbers, scenarios, redrawn, why);
    }
}
