using Simulator.Cluster.Services;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;

namespace Simulator.Cluster.Bounds;

/// <summary>
/// Longest paths of mean step times, nobody in the way: S from place to place given back, and the whole update of one node.
/// </summary>
/// <remarks>
/// Exact for constant steps and for the mean of a chain; where steps run side by side a lower bound of the mean (Jensen).
/// A poll adds what is left to its next tick: exactly for a constant, P/2 otherwise.
/// </remarks>
public sealed class MeanTimes
{
    private readonly Model _model;
    private readonly UpdatePlan _plan;
    private readonly Dictionary<string, double> _steps;

    private MeanTimes(Model model)
    {
        (_model, _plan) = (model, UpdatePlan.Compile(model));
        _steps = model.Update.Steps.ToDictionary(step => step.Name, Seconds, StringComparer.Ordinal);
        Alone = Longest(null)[_plan.Verified.Index];
        Held = _plan is { Admit: { } admit, Leave: { } leave } ? Math.Max(0, Longest(admit)[leave.Index]) : 0;
        IsConstant = model.Update.Steps.All(step =>
            step is { Takes: null or DurationSpec.Drawn { Law: Constant }, Poll: null or { HasUniformPhase: false } }
        );
    }

    /// <summary>The time of one node that is alone, in seconds.</summary>
    public double Alone { get; }

    /// <summary>S, for how long a node holds its place, in seconds; 0 where places are not limited.</summary>
    public double Held { get; }

    /// <summary>Whether nothing is drawn: then waves have ends, and ceilings are exact.</summary>
    public bool IsConstant { get; }

    /// <summary>Computes them; O(steps²).</summary>
    /// <param name="model">A sound model.</param>
    public static MeanTimes Of(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new MeanTimes(model);
    }

    /// <summary>One attempt of a step from its grant to its end, in seconds.</summary>
    /// <param name="step">The name of a declared step.</param>
    public double Of(string step) => _steps[step];

    /// <summary>The work alone, without transfer and poll, in seconds.</summary>
    /// <param name="step">A step.</param>
    public static double Work(StepSpec step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Takes switch
        {
            DurationSpec.Drawn drawn when double.IsFinite(drawn.Law.Mean) => drawn.Law.Mean,
            DurationSpec.Listed listed => listed.Seconds.Average(),
            _ => 0,
        };
    }

    private double Seconds(StepSpec step)
    {
        var work = Work(step);
        if (step.Transfer is { } transfer)
        {
            var link = _model.Services.OfType<LinkSpec>().First(link => link.Name == transfer.From);
            work += Link.Alone(link.Bandwidth, link.PerNode, transfer.Size).Seconds;
        }

        var isSure = step.Takes is null or DurationSpec.Drawn { Law: Constant };
        return step.Poll switch
        {
            null => work,
            { HasUniformPhase: false } poll when isSure => NextTick(work, poll.Period),
            { } poll => work + (poll.Period.Seconds / 2),
        };
    }

    private static double NextTick(double seconds, SimTime period)
    {
        var ticks = (SimTime.FromSeconds(seconds).Nanoseconds + period.Nanoseconds - 1) / period.Nanoseconds;
        return Math.Max(1, ticks) * period.Seconds;
    }

    /// <summary>For each step the longest path to its end that begins with a step; -∞ where none does.</summary>
    private double[] Longest(PlanStep? from)
    {
        var origin = from is null ? 0 : double.NegativeInfinity;
        var ends = new double?[_plan.Steps.Count];
        double End(PlanStep step)
        {
            if (ends[step.Index] is { } known)
            {
                return known;
            }

            var before = step.Predecessors.Select(index => End(_plan.Steps[index])).DefaultIfEmpty(origin).Max();
            var end = step == from ? 0 : before + (step.IsDeclared ? _steps[step.Name] : 0);
            ends[step.Index] = end;
            return end;
        }

        return [.. _plan.Steps.Select(End)];
    }
}
