using Simulator.Analysis.Horizons;

namespace Simulator.Experiments.Studies;

/// <summary>Up to which N the rollout is O(1), by three measures; null where a measure cannot be told.</summary>
/// <param name="AgainstTInf">T(n) against T_inf(n): the horizon.</param>
/// <param name="AgainstT1">T(n) against T_1.</param>
/// <param name="AgainstPlateau">T(n) against T at the first cell.</param>
public sealed record HorizonResult(Horizon? AgainstTInf, Horizon? AgainstT1, Horizon? AgainstPlateau);
