namespace Simulator.Experiments.Planning;

/// <summary>What a plan has to reach: a distance from the floor, a deadline with a probability, or both.</summary>
public sealed record PlanGoal
{
    private const double Rounding = 1e-12;

    /// <summary>ε: mean T(N) at most (1 + ε) T_inf(N); null where that is not asked.</summary>
    public double? Within { get; init; }

    /// <summary>The time in which the rollout has to be over, in seconds; null where that is not asked.</summary>
    public double? DeadlineSeconds { get; init; }

    /// <summary>The share of the runs that has to meet the deadline, in (0, 1).</summary>
    public double Probability { get; init; } = 0.95;

    /// <summary>
    /// How far some runs miss it: the larger of mean T / ((1 + ε) T_inf) and the quantile of T over the deadline. At most 1
    /// where they reach it. Never falls when a run takes longer. Infinite where no run completes.
    /// </summary>
    /// <param name="seconds">T of each run, at least one; infinite for a run that stopped early, which meets no deadline.</param>
    /// <param name="floor">T_inf(N), at least 0.</param>
    public double Miss(IReadOnlyList<double> seconds, double floor)
    {
        ArgumentNullException.ThrowIfNull(seconds);
        var mean = MeanOfCompleted(seconds);
        var distance = Within is not { } within || mean == 0 ? 0 : mean / ((1 + within) * floor);
        var rank = Math.Clamp((int)Math.Ceiling((seconds.Count * Probability) - 1e-9), 1, seconds.Count);
        var late = DeadlineSeconds is { } deadline ? seconds.Order().ElementAt(rank - 1) / deadline : 0;
        return Math.Max(distance, late);
    }

    /// <summary>Mean T of the runs that completed; infinite where none did.</summary>
    /// <param name="seconds">T of each run; infinite for a run that stopped early.</param>
    public static double MeanOfCompleted(IReadOnlyList<double> seconds) =>
        seconds.Where(double.IsFinite).DefaultIfEmpty(double.PositiveInfinity).Average();

    /// <summary>Whether a miss counts as reached, up to rounding.</summary>
    /// <param name="miss">As <see cref="Miss"/> gives it.</param>
    public static bool IsReached(double miss) => miss <= 1 + Rounding;
}
