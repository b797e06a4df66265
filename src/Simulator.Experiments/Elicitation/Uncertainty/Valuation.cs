using Simulator.Analysis.Sensitivity;
using Simulator.Experiments.Elicitation.Pooling;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Elicitation.Uncertainty;

/// <summary>What knowing each unknown is worth: its share of the variance, and the times at both ends of what is believed.</summary>
/// <param name="unknowns">The unknowns.</param>
/// <param name="pooled">The questions behind them.</param>
/// <param name="answered">Puts numbers into the scenario.</param>
/// <param name="runs">Runs it.</param>
internal sealed class Valuation(
    IReadOnlyList<Unknown> unknowns,
    IReadOnlyList<PooledQuestion> pooled,
    AnsweredScenario answered,
    UncertainRuns runs
)
{
    private const double Low = 0.1;
    private const double Middle = 0.5;
    private const double High = 0.9;

    /// <summary>The unknowns, the one first that is worth most to T_inf(N), then to T(N).</summary>
    /// <param name="draws">The draws.</param>
    /// <param name="floor">T_inf(N) over all of them.</param>
    /// <param name="time">T(N) over those that completed; null where too few did.</param>
    /// <param name="completed">Those that completed.</param>
    public IReadOnlyList<QuestionValue> Of(
        OuterDraws draws,
        UncertainTime floor,
        UncertainTime? time,
        IReadOnlyList<int> completed
    )
    {
        var values = unknowns.Select(
            (unknown, place) =>
                new QuestionValue(
                    [.. unknown.Places.Select(question => pooled[question])],
                    FirstOrderShare.Of([.. draws.Ranks.Select(ranks => ranks[place])], floor.Means),
                    time is null
                        ? null
                        : FirstOrderShare.Of([.. completed.Select(draw => draws.Ranks[draw][place])], time.Means),
                    At(place, Low),
                    At(place, High)
                )
        );
        return [.. values.OrderByDescending(own => own.OfFloor?.Value).ThenByDescending(own => own.OfTime?.Value)];
    }

    /// <summary>The mean times of one scenario.</summary>
    public TornadoEnd End(Scenario scenario)
    {
        var (floor, time) = runs.Of([scenario]);
        return new TornadoEnd(floor[0].Average(), time[0].Any(double.IsNaN) ? null : time[0].Average());
    }

    private TornadoEnd? At(int place, double rank)
    {
        var ranks = unknowns.Select((_, other) => other == place ? rank : Middle).ToArray();
        return answered.With(answered.Numbers(unknowns, ranks), out _) is { } scenario ? End(scenario) : null;
    }
}
