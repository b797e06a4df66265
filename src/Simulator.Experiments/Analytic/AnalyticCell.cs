namespace Simulator.Experiments.Analytic;

/// <summary>One cell answered by mean values. Times are seconds.</summary>
public sealed record AnalyticCell
{
    /// <summary>The values of the axes, in their order.</summary>
    public required IReadOnlyList<string> AxisValues { get; init; }

    /// <summary>N.</summary>
    public required int Nodes { get; init; }

    /// <summary>E[T(N)].</summary>
    public required double Mean { get; init; }

    /// <summary>A mean that no better one can be below, up to the grid.</summary>
    public required double Lower { get; init; }

    /// <summary>A mean that none is above as long as nobody idles without a reason.</summary>
    public required double Upper { get; init; }

    /// <summary>T_1 without failures.</summary>
    public required double T1 { get; init; }

    /// <summary>T_inf(N), failures and ticks of a node alone included.</summary>
    public required double TInf { get; init; }

    /// <summary>What has most to do: a service, <c>rollout.limit</c>, or nothing where the floor is longer.</summary>
    public string? BoundBy { get; init; }

    /// <summary>T(N)/T_1 - 1.</summary>
    public double? Deviation => T1 > 0 ? (Mean / T1) - 1 : null;

    /// <summary>T(N)/T_inf(N) - 1.</summary>
    public double? DeviationRemovable => TInf > 0 ? (Mean / TInf) - 1 : null;
}
