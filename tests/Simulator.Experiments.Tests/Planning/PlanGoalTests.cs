using Simulator.Experiments.Planning;

namespace Simulator.Experiments.Tests.Planning;

/// <summary>How far runs miss a goal, where some of them stopped early.</summary>
public sealed class PlanGoalTests
{
    private const double Stopped = double.PositiveInfinity;

    private static readonly PlanGoal Deadline = new() { DeadlineSeconds = 10, Probability = 0.5 };

    [Test]
    public void A_run_that_stopped_early_meets_no_deadline()
    {
        Assert.That(Deadline.Miss([5, Stopped], floor: 1), Is.EqualTo(0.5));
        Assert.That(Deadline.Miss([5, Stopped, Stopped], floor: 1), Is.EqualTo(Stopped));
    }

    [Test]
    public void The_distance_from_the_floor_is_that_of_the_runs_that_completed()
    {
        var goal = new PlanGoal { Within = 0.5 };

        Assert.That(goal.Miss([12, 18, Stopped], floor: 10), Is.EqualTo(1));
        Assert.That(goal.Miss([Stopped], floor: 10), Is.EqualTo(Stopped));
    }
}
