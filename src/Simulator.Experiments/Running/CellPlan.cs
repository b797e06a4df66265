using Simulator.Cluster;
using Simulator.Cluster.Updates;

namespace Simulator.Experiments.Running;

/// <summary>A cell compiled: the rollout, and the same with nobody in the way. Immutable, shared by all threads.</summary>
/// <param name="Real">The rollout as it is.</param>
/// <param name="Solo">Each node alone, without failures.</param>
/// <param name="SoloWithFailures">Each node alone, with failures; null where nothing fails.</param>
public sealed record CellPlan(UpdatePlan Real, UpdatePlan Solo, UpdatePlan? SoloWithFailures)
{
    /// <summary>Compiles a model.</summary>
    /// <param name="model">The model of the cell.</param>
    public static CellPlan Of(Model model)
    {
        var real = UpdatePlan.Compile(model);
        var solo = UpdatePlan.Compile(model, PlanOptions.Solo);
        var withFailures = PlanOptions.Solo with { HasFailures = true };
        return new CellPlan(real, solo, real.HasFailures ? UpdatePlan.Compile(model, withFailures) : null);
    }
}
