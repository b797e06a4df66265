namespace Simulator.Experiments.Studies;

/// <summary>T_1 of a scenario, in seconds.</summary>
/// <param name="Mean">Without failures.</param>
/// <param name="Exact">The same by quadrature, where there is a form.</param>
/// <param name="MeanWithFailures">With failures; null where nothing fails.</param>
internal sealed record SingleNodeTimes(double Mean, double? Exact, double? MeanWithFailures);
