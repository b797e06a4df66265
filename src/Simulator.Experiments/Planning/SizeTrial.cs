namespace Simulator.Experiments.Planning;

/// <summary>Whether a goal holds at one size.</summary>
/// <param name="Nodes">N.</param>
/// <param name="Seconds">Mean T(N).</param>
/// <param name="Floor">T_inf(N).</param>
/// <param name="Holds">Whether the goal is reached.</param>
public sealed record SizeTrial(int Nodes, double Seconds, double Floor, bool Holds);
