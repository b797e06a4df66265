namespace Simulator.Experiments.Elicitation.Uncertainty;

/// <summary>Mean times with one question at an end of what is believed and all others in the middle.</summary>
/// <param name="Floor">Mean T_inf(N) in seconds.</param>
/// <param name="Time">Mean T(N) in seconds; null where rollouts stopped.</param>
public sealed record TornadoEnd(double Floor, double? Time);
