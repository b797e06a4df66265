using Simulator.Kernel;

namespace Simulator.Cluster.Updates;

/// <summary>The end of a step is noticed at a tick: period · k after the step began working, k = 1, 2, ...</summary>
/// <param name="Period">Time between ticks, above 0.</param>
/// <param name="HasUniformPhase">Whether ticks lie at a uniformly drawn phase instead of at the step's own begin.</param>
public sealed record PollSpec(SimTime Period, bool HasUniformPhase = false);
