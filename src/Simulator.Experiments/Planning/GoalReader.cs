using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Scenarios.Units;
using Simulator.Kernel;

namespace Simulator.Experiments.Planning;

/// <summary>Reads a goal as a person writes it.</summary>
public static class GoalReader
{
    /// <summary>The goal of a command line; that of the scenario where it names none.</summary>
    /// <param name="scenario">Its goals: the deviation, and the deadline where it has one.</param>
    /// <param name="within">A share such as <c>10 %</c>; null where it is not given.</param>
    /// <param name="deadline">A duration such as <c>8 h</c>; null where it is not given.</param>
    /// <param name="probability">A share such as <c>95 %</c>; null where it is not given.</param>
    /// <exception cref="PlanException">A text that is no such share or duration, or a probability without deadline.</exception>
    public static PlanGoal Read(Scenario scenario, string? within, string? deadline, string? probability)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var goals = scenario.Goals;
        var isOwn = within is not null || deadline is not null;
        var seconds = isOwn
            ? (
                deadline is null
                    ? (double?)null
                    : Read<SimTime>("--deadline", new DurationShape(1).Parse(deadline), deadline).Seconds
            )
            : goals.Deadline?.Seconds;
        if (probability is not null && seconds is null)
        {
            throw new PlanException("--probability belongs to a deadline: write --deadline too.");
        }

        return new PlanGoal
        {
            Within = isOwn ? (within is null ? null : Share("--within", within)) : goals.Deviation,
            DeadlineSeconds = seconds,
            Probability = probability is null ? 0.95 : Share("--probability", probability),
        };
    }

    private static double Share(string option, string text) =>
        (double)Read<decimal>(option, new ShareShape(isOpen: true).Parse(text), text);

    private static T Read<T>(string option, Parsed parsed, string text) =>
        parsed.Value is T value
            ? value
            : throw new PlanException($"{option} is '{text}': {parsed.Expected} is needed. {parsed.Cure}".TrimEnd());
}
