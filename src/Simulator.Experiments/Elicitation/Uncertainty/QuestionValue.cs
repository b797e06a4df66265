using Simulator.Analysis.Sensitivity;
using Simulator.Experiments.Elicitation.Pooling;

namespace Simulator.Experiments.Elicitation.Uncertainty;

/// <summary>What an answer is worth.</summary>
/// <param name="Pooled">The question.</param>
/// <param name="OfFloor">Its share in the variance of mean T_inf(N) over the unknowns; null where that does not vary.</param>
/// <param name="OfTime">Its share in that of mean T(N); null where that does not vary, or rollouts stop.</param>
/// <param name="AtLow">The times at P10 of the pool; null where the scenario does not allow it.</param>
/// <param name="AtHigh">The times at P90 of the pool; null where the scenario does not allow it.</param>
public sealed record QuestionValue(
    PooledQuestion Pooled,
    FirstOrderShare? OfFloor,
    FirstOrderShare? OfTime,
    TornadoEnd? AtLow,
    TornadoEnd? AtHigh
);
