using Simulator.Experiments.Sweeps;

namespace Simulator.Experiments.Running;

/// <summary>Who follows a study while it runs. Called from the threads of the study, one call at a time.</summary>
public interface IStudyObserver
{
    /// <summary>The cells are known; nothing has run yet.</summary>
    /// <param name="cells">All cells.</param>
    void Started(IReadOnlyList<Cell> cells);

    /// <summary>More work is known, or some of it is done.</summary>
    /// <param name="progress">Work done and known, in node-replications.</param>
    void Progressed(StudyProgress progress);

    /// <summary>A cell has all its replications.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="replications">Its replications, in order.</param>
    void Finished(Cell cell, IReadOnlyList<ReplicationResult> replications);

    /// <summary>All cells are done; some replications of one run again with something changed, to see what that does.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="change">What is changed, such as <c>without uploads</c>.</param>
    void Trying(Cell cell, string change);
}
