using Simulator.Analysis.Estimates;

namespace Simulator.Experiments.Levers;

/// <summary>d ln T / d ln c of one lever: by how many per cent T changes for one per cent more of it.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Low">The value below, as the file would write it.</param>
/// <param name="High">The value above.</param>
/// <param name="Value">
/// The slope of ln T between both, with an interval from paired replications; null where no other value can be tried.
/// </param>
public sealed record Elasticity(Lever Lever, string Low, string High, Estimate? Value)
{
    /// <summary>Whether more of it is slower, beyond what chance explains.</summary>
    public bool IsRetrograde => Value is { Lower: > 0 };
}
