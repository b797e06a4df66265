using Simulator.Analysis.Sensitivity;
using Simulator.Experiments.Elicitation.Pooling;

namespace Simulator.Experiments.Elicitation.Uncertainty;

/// <summary>What knowing is worth: of one number, or of all times of one law together.</summary>
/// <param name="Questions">The question, or those about the law, at least one.</param>
/// <param name="OfFloor">Its share in the variance of mean T_inf(N) over the unknowns; null where that does not vary.</param>
/// <param name="OfTime">Its share in that of mean T(N); null where that does not vary, or rollouts stop.</param>
/// <param name="AtLow">The times at P10 of the pools; null where the scenario does not allow it.</param>
/// <param name="AtHigh">The times at P90 of the pools; null where the scenario does not allow it.</param>
public sealed record QuestionValue(
    IReadOnlyList<PooledQuestion> Questions,
    FirstOrderShare? OfFloor,
    FirstOrderShare? OfTime,
    TornadoEnd? AtLow,
    TornadoEnd? AtHigh
);
