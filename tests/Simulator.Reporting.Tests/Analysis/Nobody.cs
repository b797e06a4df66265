using Simulator.Experiments.Running;
using Simulator.Experiments.Sweeps;

namespace Simulator.Reporting.Tests.Analysis;

/// <summary>Nobody follows the study.</summary>
internal sealed class Nobody : IStudyObserver
{
    public void Started(IReadOnlyList<Cell> cells) { }

    public void Progressed(StudyProgress progress) { }

    public void Finished(Cell cell, IReadOnlyList<ReplicationResult> replications) { }

    public void Trying(Cell cell, string change) { }
}
