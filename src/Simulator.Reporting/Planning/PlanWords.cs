using System.Globalization;
using Simulator.Experiments.Planning;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Planning;

/// <summary>A plan in words: what was asked, whether it is reached, by what, and what stays out of reach for which reason.</summary>
public static class PlanWords
{
    private const double WorthSaying = 0.01;

    /// <summary>The sentences, the most important first.</summary>
    /// <param name="plan">The plan.</param>
    public static IReadOnlyList<string> Answer(PlanResult plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var lines = new List<string> { Verdict(plan) };
        if (!plan.IsReachable)
        {
            lines.AddRange(OutOfReach(plan));
        }

        lines.AddRange(plan.Steps.Select((step, index) => Change(plan, step, index)));
        lines.AddRange(Left(plan));
        lines.AddRange(
            plan.Fixed.Select(name =>
                $"`{name}` has no number in the file, as where a preset sets it, so a plan cannot raise it: write 'admission' and"
                + " 'limit' out instead."
            )
        );
        lines.AddRange(plan.Unused.Select(name => $"No step uses `{name}`: a plan has nothing to do there."));
        lines.AddRange(Price(plan));
        return lines;
    }

    /// <summary>What a reader should know before believing it.</summary>
    /// <param name="plan">The plan.</param>
    public static IReadOnlyList<string> Warnings(PlanResult plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var lines = new List<string>(plan.Before.Warnings);
        if (plan.Replications == 1)
        {
            lines.Add("One replication gives no intervals: write --replications 30, say.");
        }

        if (plan.Steps.Count > 0)
        {
            lines.Add(
                $"The search is greedy, over {plan.Trials} settings with {plan.Replications} replications of the same draws each: every"
                    + " setting that it ends with was run, but another set of changes may do with less."
            );
        }

        return lines;
    }

    /// <summary>The answer to the question for the largest size.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="sizes">The sizes that were looked at, rising.</param>
    public static string Largest(PlanGoal goal, IReadOnlyList<SizeTrial> sizes)
    {
        ArgumentNullException.ThrowIfNull(goal);
        ArgumentNullException.ThrowIfNull(sizes);
        var wanted = Goal(goal);
        if (sizes.LastOrDefault(size => size.Holds) is not { } largest)
        {
            return $"Not even {HumanCount.Nodes(sizes[0].Nodes)} ends {wanted}: {Taking(sizes[0])}, and the floor is"
                + $" {HumanTime.Of(sizes[0].Floor)}.";
        }

        var beyond = sizes.FirstOrDefault(size => !size.Holds) is { } next
            ? Taking(next)
            : "it is the largest size that was looked at; --nodes allows more";
        var end = largest.Nodes == 1 ? "ends" : "end";
        return $"Up to {HumanCount.Nodes(largest.Nodes)} {end} {wanted}, in {HumanTime.Of(largest.Seconds)} on average; {beyond}.";
    }

    private static string Taking(SizeTrial size) =>
        double.IsFinite(size.Seconds)
            ? $"{HumanCount.Nodes(size.Nodes)} {(size.Nodes == 1 ? "takes" : "take")} {HumanTime.Of(size.Seconds)}"
            : $"with {HumanCount.Nodes(size.Nodes)} every rollout stops before its end";

    private static string Goal(PlanGoal goal)
    {
        var within = goal.Within is { } share ? $"within {HumanShare.Of(share)} of the floor" : null;
        var deadline = goal.DeadlineSeconds is { } seconds
            ? $"within {HumanTime.Of(seconds)} in {HumanShare.Of(goal.Probability)} of the runs"
            : null;
        return string.Join(" and ", new[] { within, deadline }.OfType<string>());
    }

    private static string Verdict(PlanResult plan)
    {
        var (before, after) = (plan.Before.Focus, plan.After.Focus);
        var wanted = $"{HumanCount.Nodes(before.Nodes)} {Goal(plan.Goal)}";
        var times = $"{HumanTime.Of(before.Makespan!.Mean)} become {HumanTime.Of(after.Makespan!.Mean)}";
        var count = plan.Steps.Count == 1 ? "one change" : $"{plan.Steps.Count} changes";
        return plan switch
        {
            { Steps.Count: 0, IsReached: true } =>
                $"{wanted}: that holds already, with {HumanTime.Of(before.Makespan.Mean)}.",
            { IsReached: true } =>
                $"{wanted}: {count} {(plan.Steps.Count == 1 ? "reaches" : "reach")} it; {times}, and the floor is {HumanTime.Of(after.TInf)}.",
            { Steps.Count: 0 } => $"{wanted}: no limit that could be raised would bring it nearer.",
            { IsReachable: true } =>
                $"{wanted}: {count} {(plan.Steps.Count == 1 ? "comes" : "come")} as near as chance allows; {times}, the floor is {HumanTime.Of(after.TInf)}.",
            _ =>
                $"{wanted}: raising limits cannot reach that; {count} {(plan.Steps.Count == 1 ? "comes" : "come")} within 2 % of the best that they can do: {times}.",
        };
    }

    private static IEnumerable<string> OutOfReach(PlanResult plan)
    {
        if (plan.Goal.DeadlineSeconds is { } deadline && deadline < plan.BestFloor)
        {
            yield return $"The floor itself is {HumanTime.Of(plan.BestFloor)}, above the deadline: no limit can be raised to make"
                + " up for that; the steps have to be shorter or their stragglers bounded. 'o1sim estimate' says which.";
        }

        var rest = plan.BestSeconds - plan.BestFloor - plan.FailuresSeconds;
        var parts = new List<string> { $"{HumanTime.Of(plan.BestFloor)} of floor" };
        if (plan.FailuresSeconds > WorthSaying * plan.BestSeconds)
        {
            parts.Add($"{HumanTime.Of(plan.FailuresSeconds)} of failures");
        }

        if (rest > WorthSaying * plan.BestSeconds)
        {
            parts.Add($"{HumanTime.Of(rest)} of what no number raises, such as barriers, pauses and the first waves");
        }

        yield return $"With every limit as high as it goes it takes {HumanTime.Of(plan.BestSeconds)}: {string.Join(", ", parts)}.";
    }

    private static string Change(PlanResult plan, PlanStep step, int index)
    {
        var gain =
            step.GainSeconds > WorthSaying * step.Seconds ? $"saves {HumanTime.Of(step.GainSeconds)}"
            : index + 1 < plan.Steps.Count ? "saves nothing before the next is made too"
            : $"saves {HumanTime.Of(Math.Max(0, step.GainSeconds))}";
        return $"{(index + 1).ToString(CultureInfo.InvariantCulture)}. `{step.Path}` from {step.From} to {step.To} {gain} and leaves"
            + $" {HumanTime.Of(step.Seconds)}.";
    }

    private static IEnumerable<string> Left(PlanResult plan) =>
        plan.Untouched.Select(left =>
            left.GainSeconds switch
            {
                < 0 when -left.GainSeconds > WorthSaying * plan.After.Focus.Makespan!.Mean =>
                    $"`{left.Path}` stays at {left.Value}: more of it would be slower by {HumanTime.Of(-left.GainSeconds)}.",
                var gain when gain > WorthSaying * plan.After.Focus.Makespan!.Mean =>
                    $"`{left.Path}` stays at {left.Value}: the goal does not ask for it; lifting it would save another {HumanTime.Of(gain)}.",
                _ => $"`{left.Path}` stays at {left.Value}: it is not in the way.",
            }
        );

    private static IEnumerable<string> Price(PlanResult plan)
    {
        if (plan.Steps.Count == 0)
        {
            yield break;
        }

        if (plan.Price is not { } price)
        {
            yield return "No prices are given, so all changes count the same; --price PATH=NUMBER gives the price of one more unit.";
            yield break;
        }

        var missing =
            plan.Unpriced.Count == 0
                ? ""
                : $", without {string.Join(", ", plan.Unpriced.Select(path => $"`{path}`"))}, which has no price: add --price";
        yield return $"Together that costs {price.ToString("#,0.##", CultureInfo.InvariantCulture)}{missing}.";
    }
}
