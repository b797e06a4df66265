using Simulator.Cluster;
using Simulator.Experiments.Evidence;
using Simulator.Experiments.Scenarios.Grammar;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>What one reading of a tree gives; of use only where it left no issue.</summary>
/// <param name="Root">The tree as it was checked.</param>
/// <param name="Model">What is simulated.</param>
/// <param name="Goals">What the answer is held against.</param>
/// <param name="Files">The data files that were read.</param>
internal sealed record ScenarioParts(Checked Root, Model Model, Goals Goals, IReadOnlyList<DataFile> Files)
{
    /// <summary>The published measurement that it predicts; null where there is none.</summary>
    public EvidenceSpec? Evidence { get; init; }
}
