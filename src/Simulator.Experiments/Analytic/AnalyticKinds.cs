using Simulator.Cluster;

namespace Simulator.Experiments.Analytic;

/// <summary>The kinds of scenarios.</summary>
public static class AnalyticKinds
{
    /// <summary>All of them, the plainest first.</summary>
    public static readonly IReadOnlyList<AnalyticKind> All =
    [
        new("nothing shared", 0.01),
        new("a window", 0.03),
        new("batches or waves", 0.03),
        new("services", 0.03),
        new("a window with services", 0.05),
        new("ticks", 0.05),
    ];

    /// <summary>The kind of a model.</summary>
    /// <param name="model">The model.</param>
    public static AnalyticKind Of(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var rollout = model.Rollout;
        var isShared = model.Update.Steps.Any(step => NetworkBuilder.IsShared(step, model));
        return All[
            rollout switch
            {
                { Tick: not null } => 5,
                { HasBatches: true } => 2,
                { HasPlaces: true } => isShared ? 4 : 1,
                _ => isShared ? 3 : 0,
            }
        ];
    }
}
