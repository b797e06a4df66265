using Simulator.Analysis.Estimates;
using Simulator.Cluster;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Studies;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Floors;

/// <summary>
/// The floor with one step changed: all nodes as fast as its mean, or none slower than a bound. Exact where the floor is,
/// else from the same draws.
/// </summary>
/// <param name="scenario">The scenario.</param>
/// <param name="runs">The replications, where the floor has to be simulated.</param>
internal sealed class StepTails(Scenario scenario, Replications runs)
{
    private const double BoundAt = 0.99;

    /// <summary>Relative error of a mean by quadrature: less than this is no difference.</summary>
    private const double Quadrature = 1e-9;

    private double[]? _draws;

    /// <summary>Every step with a random duration, the one whose stragglers cost most first.</summary>
    public IReadOnlyList<StepTail> Of()
    {
        var model = scenario.Model;
        return
        [
            .. model
                .Update.Steps.Where(step => step.Takes is DurationSpec.Drawn { Law.Variance: > 0 })
                .Where(step => double.IsFinite(((DurationSpec.Drawn)step.Takes!).Law.Mean))
                .Select(Of)
                .OrderByDescending(tail => tail.TailSeconds.Mean),
        ];
    }

    private StepTail Of(StepSpec step)
    {
        var law = ((DurationSpec.Drawn)step.Takes!).Law;
        var levels = new Levels(scenario.Model.Cluster);
        var bound = Sensible(law.InverseCdf(BoundAt));
        return new StepTail(
            step.Name,
            law.Mean,
            Saved(step, new Constant(law.Mean)),
            bound,
            levels.GroupsOf(levels.IndexOf(step.Per)) * law.Survival(bound),
            Saved(step, new Bounded(law, bound))
        );
    }

    /// <summary>T_inf(N) minus T_inf(N) with another law for one step.</summary>
    private Estimate Saved(StepSpec step, Distribution law)
    {
        var model = scenario.Model;
        var confidence = scenario.Goals.Confidence;
        var changed = With(model, step, law);
        if (FloorLaw.Of(model)?.Mean() is { } floor && FloorLaw.Of(changed)?.Mean() is { } other)
        {
            var saved = floor - other;
            return new Estimate(Math.Abs(saved) < Quadrature * floor ? 0 : saved, 0, 1, confidence);
        }

        _draws ??= Solo(model);
        return Estimate.FromReplications([.. _draws.Zip(Solo(changed), (one, less) => one - less)], confidence);
    }

    private double[] Solo(Model model) => runs.Makespans([UpdatePlan.Compile(model, PlanOptions.Solo)])[0];

    private static Model With(Model model, StepSpec step, Distribution law)
    {
        var steps = model.Update.Steps.Select(own =>
            own == step ? own with { Takes = new DurationSpec.Drawn(law) } : own
        );
        return model with { Update = model.Update with { Steps = [.. steps] } };
    }

    /// <summary>Two significant digits of seconds, or, from two minutes on, of minutes, upwards.</summary>
    private static double Sensible(double seconds)
    {
        var unit = seconds >= 120 ? 60.0 : 1.0;
        var digit = Math.Pow(10, Math.Floor(Math.Log10(seconds / unit)) - 1);
        return Math.Ceiling((seconds / unit / digit) - 1e-9) * digit * unit;
    }
}
