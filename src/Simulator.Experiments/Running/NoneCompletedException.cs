using Simulator.Experiments.Studies;

namespace Simulator.Experiments.Running;

/// <summary>No replication came to its end, so that there is no time to tell of.</summary>
public sealed class NoneCompletedException(int nodes)
    : Exception(
        $"No replication completed at N = {nodes}: the rollout stops before its end, so there is no T(N). 'o1sim run' says what stops it."
    )
{
    /// <summary>Refuses to tell of a time that no replication has.</summary>
    /// <param name="study">The study.</param>
    /// <exception cref="NoneCompletedException">No replication completed at the size that is told of.</exception>
    internal static void ThrowIfSo(StudyResult study)
    {
        if (study.Focus.Makespan is null)
        {
            throw new NoneCompletedException(study.Focus.Nodes);
        }
    }
}
