namespace Simulator.Experiments.Waits;

/// <summary>A stretch of the critical path of one replication: who did or waited for what, and for how long.</summary>
/// <param name="StartSeconds">When it begins.</param>
/// <param name="Seconds">How long it takes.</param>
/// <param name="Who">The node or group, such as <c>node 1234</c>.</param>
/// <param name="Step">The step; <c>admit</c> for the wait for a place.</param>
/// <param name="Cause"><c>work</c>, <c>failures</c>, <c>rollout.limit</c>, or the service that is waited for.</param>
public sealed record PathStretch(double StartSeconds, double Seconds, string Who, string Step, string Cause);
