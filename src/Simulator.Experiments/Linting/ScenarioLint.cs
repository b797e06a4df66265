using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Linting;

/// <summary>Hidden caps, changes of class, deadlines that must fail, deadlocks: all that needs no run.</summary>
/// <remarks>
/// Constant times stand for drawn ones: S is the mean time for which a place is held. Each rule says so where a draw matters,
/// and each finding has the number that would cure it.
/// </remarks>
public static class ScenarioLint
{
    private static readonly IReadOnlyList<Func<LintScope, IEnumerable<Finding>>> Rules =
    [
        DeadlockRule.Find,
        CapRule.Find,
        ConstantRule.Find,
        RoundingRule.Find,
        DeadlineRule.Find,
        ServiceRule.Find,
        StormRule.Find,
        FigureRule.Find,
    ];

    /// <summary>The findings of all rules.</summary>
    /// <param name="scenario">A sound scenario; the sizes of its sweep count, other axes only for deadlocks.</param>
    /// <returns>In the order of the file; empty where there is nothing to say.</returns>
    public static LintResult Run(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var scope = new LintScope(scenario);
        return new LintResult(
            scenario,
            [
                .. Rules
                    .SelectMany(rule => rule(scope))
                    .OrderBy(finding => finding.Line)
                    .ThenBy(finding => finding.Column)
                    .ThenByDescending(finding => finding.Severity),
            ]
        );
    }
}
