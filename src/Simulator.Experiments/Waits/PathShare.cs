using Simulator.Analysis.Estimates;

namespace Simulator.Experiments.Waits;

/// <summary>What part of T one cause has on the critical path, over replications.</summary>
/// <param name="Cause"><c>work</c>, <c>failures</c>, <c>rollout.limit</c>, or a service.</param>
/// <param name="Seconds">Mean time.</param>
/// <param name="Share">Its share of T with an interval, a ratio of means.</param>
/// <param name="BitesShare">Share of the replications in which it has at least 1 % of T.</param>
public sealed record PathShare(string Cause, double Seconds, Estimate Share, double BitesShare);
