using Simulator.Experiments.Scenarios;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Elicitation.Uncertainty;

/// <summary>
/// Draws of the unknown numbers: X = F⁻¹(u) of each pool, u keyed by (seed, draw k as the replication, step = hash of
/// "elicit:" + key of the unknown, attempt). Numbers that contradict each other are drawn again as a whole with the next attempt, so that
/// what is left is the joint law given that the scenario makes sense.
/// </summary>
internal sealed class OuterDraws
{
    private const uint MostAttempts = 100;

    private readonly List<double[]> _ranks = [];
    private readonly List<double[]> _numbers = [];
    private readonly List<Scenario> _scenarios = [];

    /// <summary>The rank u of each unknown, shape [draws][unknowns].</summary>
    public IReadOnlyList<double[]> Ranks => _ranks;

    /// <summary>The numbers, shape [draws][questions], in the units of the questions.</summary>
    public IReadOnlyList<double[]> Numbers => _numbers;

    /// <summary>The scenario of each draw.</summary>
    public IReadOnlyList<Scenario> Scenarios => _scenarios;

    /// <summary>Attempts that were thrown away.</summary>
    public int Redrawn { get; private set; }

    /// <summary>Why the last of them was; empty where none was.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Draws.</summary>
    /// <exception cref="ElicitException">A hundred attempts in a row contradict themselves.</exception>
    public static OuterDraws Make(ulong seed, int count, IReadOnlyList<Unknown> unknowns, AnsweredScenario answered)
    {
        var draws = new OuterDraws();
        var steps = unknowns.Select(unknown => Fnv1a.Hash32("elicit:" + unknown.Key)).ToArray();
        for (var draw = 0; draw < count; draw++)
        {
            draws.Add(StreamKey.Derive(seed, (ulong)draw), steps, unknowns, answered);
        }

        return draws;
    }

    private void Add(StreamKey key, uint[] steps, IReadOnlyList<Unknown> unknowns, AnsweredScenario answered)
    {
        for (var attempt = 1u; attempt <= MostAttempts; attempt++)
        {
            var ranks = Array.ConvertAll(steps, step => key.Uniform(0, step, attempt, 0));
            var numbers = answered.Numbers(unknowns, ranks);
            if (answered.With(numbers, out var reason) is { } scenario)
            {
                _ranks.Add(ranks);
                _numbers.Add(numbers);
                _scenarios.Add(scenario);
                return;
            }

            (Redrawn, Reason) = (Redrawn + 1, reason);
        }

        throw new ElicitException(
            $"the answers contradict each other: {MostAttempts} draws in a row make no scenario ({Reason})"
        );
    }
}
