namespace Simulator.Experiments.Studies;

/// <summary>One step of the ladder from T_1 to T(N).</summary>
/// <param name="Cause">
/// <c>one node</c>, <c>stragglers</c>, <c>failures</c>, <c>rollout.limit</c>, <c>barriers</c>, or a service.
/// </param>
/// <param name="Seconds">What it adds, in seconds; may be negative.</param>
/// <param name="TotalSeconds">The sum up to here, in seconds.</param>
public sealed record WaterfallBar(string Cause, double Seconds, double TotalSeconds);
