using System.Globalization;
using Simulator.Cluster;
using Simulator.Cluster.Records;
using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Scenarios;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Evidence;

/// <summary>Simulates one case at any n and with any values of its calibrated numbers; what was asked before is remembered.</summary>
/// <param name="scenario">A scenario with a section <c>evidence</c>.</param>
/// <remarks>Not thread-safe.</remarks>
internal sealed class Predictor(Scenario scenario)
{
    /// <summary>The range of 39 draws covers a 40th with probability 38/40.</summary>
    private const int Replications = 39;

    private readonly EvidenceSpec _spec = scenario.Evidence!;
    private readonly Dictionary<string, Prediction> _known = new(StringComparer.Ordinal);

    /// <summary>Predicts.</summary>
    /// <param name="n">n; above 0.</param>
    /// <param name="factors">What each calibrated number of the file is multiplied by; none for the numbers of the file.</param>
    /// <returns>The prediction.</returns>
    /// <exception cref="ScenarioException">The scenario does not take such an n or factor.</exception>
    public Prediction At(decimal n, params IReadOnlyList<double> factors)
    {
        var values = _spec.Calibrated.Zip(factors, (number, factor) => (number.Path, Scaled(number.Path, factor)));
        return At(n, [.. values]);
    }

    /// <summary>Predicts with one capacity doubled, everything else as in the file.</summary>
    /// <param name="n">n; above 0.</param>
    public Prediction WithTwiceTheCapacity(decimal n) => At(n, [(_spec.Capacity, Scaled(_spec.Capacity, 2))]);

    /// <summary>The value that a calibrated number gets, to six significant digits.</summary>
    public string Shown(string path, double factor) => ScaledQuantity.Times(scenario.TextOf(path), factor, 6);

    private Prediction At(decimal n, List<(string Path, string Value)> values)
    {
        if (_spec.Measure != Measure.Nth)
        {
            values.Insert(0, (_spec.Sets, ScaledQuantity.With(scenario.TextOf(_spec.Sets), n)));
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"{n} {string.Join(' ', values)}");
        if (!_known.TryGetValue(key, out var prediction))
        {
            prediction = Simulate(scenario.With([.. values]), n);
            _known.Add(key, prediction);
        }

        return prediction;
    }

    private Prediction Simulate(Scenario cell, decimal n)
    {
        var plan = UpdatePlan.Compile(cell.Model);
        var times = new double[IsRandom(cell.Model) ? Replications : 1];
        RunRecord? record = null;
        for (var replication = 0; replication < times.Length; replication++)
        {
            record = Rollout.Run(plan, cell.Seed, (ulong)replication, record);
            times[replication] = _spec.Measure.Read(record, n);
        }

        return new Prediction(times.Average(), times.Min(), times.Max());
    }

    private string Scaled(string path, double factor) => ScaledQuantity.Times(scenario.TextOf(path), factor);

    private static bool IsRandom(Model model) =>
        model.Update.Steps.Any(IsRandom)
        || model.Services.Any(IsRandom)
        || model.Rollout is { Order: UnitOrder.Random } or { Tick: not null } or { Probe: not null };

    private static bool IsRandom(ServiceSpec service) =>
        service.Outages is not null
        || service
            is TokenBucketSpec { Retry: not null }
                or StationSpec { Retry: not null }
                or StationSpec { Discipline: Discipline.Random };

    private static bool IsRandom(StepSpec step) =>
        step.Takes is DurationSpec.Drawn { Law: not Constant }
        || step.Fails is not null
        || step.Poll is { HasUniformPhase: true };
}
