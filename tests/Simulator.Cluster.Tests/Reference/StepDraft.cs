using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>A random step before it is known what stands around it: numbers that are cut to what there is.</summary>
/// <param name="Level">Its level, cut to the topology.</param>
/// <param name="Resources">Services that it asks, cut to what they hold.</param>
/// <param name="Spec">All that stands on its own.</param>
/// <param name="After">Null for the step above, else which steps of lower rank, as bits.</param>
/// <param name="Rank">Its place in the order of steps where that is not the order of the file.</param>
internal sealed record StepDraft(int Level, ResourceDraft Resources, StepSpec Spec, int? After, int Rank);
