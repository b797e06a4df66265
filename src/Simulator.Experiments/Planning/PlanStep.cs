namespace Simulator.Experiments.Planning;

/// <summary>One change of a plan.</summary>
/// <param name="Path">Key path of the number.</param>
/// <param name="From">What the file has.</param>
/// <param name="To">What it has to become.</param>
/// <param name="GainSeconds">What it saves, all changes before it made.</param>
/// <param name="Seconds">Mean T after it.</param>
/// <param name="Floor">T_inf(N) after it.</param>
public sealed record PlanStep(string Path, string From, string To, double GainSeconds, double Seconds, double Floor);
