using Simulator.Experiments.Studies;

namespace Simulator.Experiments.Attribution;

/// <summary>What <c>explain</c> found out: one size as <c>run</c> answers it, and where its time comes from.</summary>
/// <param name="Study">The size.</param>
/// <param name="Attribution">Where T(N) comes from.</param>
public sealed record Explanation(StudyResult Study, AttributionResult Attribution);
