namespace Simulator.Experiments.Planning;

/// <summary>What a setting gives.</summary>
/// <param name="Seconds">Mean T.</param>
/// <param name="Floor">T_inf(N) with it.</param>
/// <param name="Miss">How far it misses the goal: at most 1 where it reaches it.</param>
internal sealed record Trial(double Seconds, double Floor, double Miss);
