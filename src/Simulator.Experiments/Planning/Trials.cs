using Simulator.Cluster.Updates;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Studies;

namespace Simulator.Experiments.Planning;

/// <summary>Runs settings under common random numbers and remembers them. Not thread-safe.</summary>
/// <param name="scenario">The scenario as it is.</param>
/// <param name="goal">What they are held against.</param>
/// <param name="runs">The replications.</param>
internal sealed class Trials(Scenario scenario, PlanGoal goal, Replications runs)
{
    private readonly Dictionary<string, Trial> _known = new(StringComparer.Ordinal);
    private double? _floor;

    /// <summary>Settings that have been run.</summary>
    public int Count => _known.Count;

    /// <summary>What one setting gives.</summary>
    public Trial Of(Setting setting)
    {
        Run([setting]);
        return _known[setting.Key];
    }

    /// <summary>Runs those of some settings that are not known yet, all at once.</summary>
    public void Run(IEnumerable<Setting> settings)
    {
        var missing = settings
            .Where(setting => !_known.ContainsKey(setting.Key))
            .DistinctBy(own => own.Key, StringComparer.Ordinal)
            .ToList();
        var scenarios = missing.Select(setting => setting.ApplyTo(scenario)).ToList();
        var times = runs.Completions([.. scenarios.Select(own => UpdatePlan.Compile(own.Model))]);
        for (var index = 0; index < missing.Count; index++)
        {
            var floor = missing[index].MovesFloor ? FloorOf(scenarios[index]) : _floor ??= FloorOf(scenario);
            var mean = PlanGoal.MeanOfCompleted(times[index]);
            _known.Add(missing[index].Key, new Trial(mean, floor, goal.Miss(times[index], floor)));
        }
    }

    private double FloorOf(Scenario changed) =>
        FloorLaw.Of(changed.Model)?.Mean()
        ?? runs.Makespans([UpdatePlan.Compile(changed.Model, PlanOptions.Solo)])[0].Average();
}
