using Simulator.Cluster.Strategies;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Elicitation.Uncertainty;

/// <summary>Runs many variants of a scenario on the same replications, T and T_inf of each.</summary>
/// <param name="replications">The replications.</param>
/// <param name="observer">Who follows it.</param>
/// <param name="all">Variants that will be run in all.</param>
internal sealed class UncertainRuns(Replications replications, IStudyObserver observer, int all)
{
    private const int AtOnce = 16;
    private int _done;

    /// <summary>The times of some variants in seconds, shape [variants][replications]; NaN in T where the rollout stopped.</summary>
    public (double[][] Floor, double[][] Time) Of(IReadOnlyList<Scenario> variants)
    {
        var (floors, times) = (new List<double[]>(), new List<double[]>());
        foreach (var some in variants.Chunk(AtOnce))
        {
            var solo = some.Select(own => UpdatePlan.Compile(own.Model, PlanOptions.Solo)).ToArray();
            var real = some.Select(own => UpdatePlan.Compile(own.Model)).ToArray();
            floors.AddRange(replications.Of(solo, record => record.Makespan.Seconds));
            times.AddRange(
                replications.Of(real, record => record.Halt == HaltCause.None ? record.Makespan.Seconds : double.NaN)
            );
            _done += some.Length;
            var nodes = (long)some[0].Model.Cluster.Nodes * replications.Numbers.Count;
            observer.Progressed(new StudyProgress(_done * nodes, 0, all * nodes, _done, all));
        }

        return ([.. floors], [.. times]);
    }
}
