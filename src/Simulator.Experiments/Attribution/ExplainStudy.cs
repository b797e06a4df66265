using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Studies;

namespace Simulator.Experiments.Attribution;

/// <summary>An <c>explain</c> from scenario to findings.</summary>
public static class ExplainStudy
{
    /// <summary>Answers a scenario at its own N.</summary>
    /// <param name="scenario">The scenario, overrides applied.</param>
    /// <param name="options">How it is carried out.</param>
    /// <param name="observer">Who follows it.</param>
    /// <param name="cancellation">Stops between events; finished units are kept where there is a folder.</param>
    /// <exception cref="NoneCompletedException">No replication completed, so there is no time to take apart.</exception>
    /// <returns>The findings, without the answer in words.</returns>
    public static Explanation Run(
        Scenario scenario,
        StudyOptions options,
        IStudyObserver observer,
        CancellationToken cancellation
    )
    {
        var study = Study.Run("explain", scenario, options, observer, cancellation);
        NoneCompletedException.ThrowIfSo(study);
        return new Explanation(study, AttributionStudy.Of(scenario, study.Focus, options, cancellation));
    }
}
