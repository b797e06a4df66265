using Simulator.Experiments.Studies;

namespace Simulator.Experiments.Planning;

/// <summary>What was asked of a scenario makes no sense for it; the message says what to write.</summary>
public sealed class PlanException(string message) : Exception(message)
{
    /// <summary>Refuses to tell of a time that no replication has.</summary>
    /// <param name="study">The study.</param>
    /// <exception cref="PlanException">No replication completed at the size that is told of.</exception>
    internal static void ThrowIfNoneCompleted(StudyResult study)
    {
        if (study.Focus.Makespan is null)
        {
            throw new PlanException(
                $"No replication completed at N = {study.Focus.Nodes}: the rollout stops before its end, so there is no T(N). 'o1sim run' says what stops it."
            );
        }
    }
}
