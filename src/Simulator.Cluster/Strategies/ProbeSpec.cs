using Simulator.Kernel;

namespace Simulator.Cluster.Strategies;

/// <summary>
/// A health probe: checks at 0, I, 2I, ... after a batch. It passes after <c>Count</c> checks, or earlier after
/// <c>SuccessLimit</c> good ones in a row, and fails as soon as more than <c>FailureLimit</c> were bad.
/// </summary>
/// <param name="Interval">I, at least 0.</param>
/// <param name="Count">Checks, at least 1: the gate takes (Count - 1) I where none is bad.</param>
/// <param name="FailureLimit">Bad checks that are tolerated, at least 0.</param>
/// <param name="SuccessLimit">Good checks in a row that are enough; all of them where it is null.</param>
/// <param name="BadShare">The probability that a check is bad, in [0, 1].</param>
public sealed record ProbeSpec(
    SimTime Interval,
    int Count,
    int FailureLimit = 0,
    int? SuccessLimit = null,
    double BadShare = 0
)
{
    /// <summary>How long the probe takes and whether it passes.</summary>
    /// <param name="draw">The uniform number of a check, counted from 0.</param>
    public (SimTime Span, bool Passes) Verdict(Func<int, double> draw)
    {
        ArgumentNullException.ThrowIfNull(draw);
        var (bad, row) = (0, 0);
        for (var check = 0; check < Count; check++)
        {
            var isBad = BadShare > 0 && draw(check) < BadShare;
            (bad, row) = isBad ? (bad + 1, 0) : (bad, row + 1);
            if (bad > FailureLimit || row == SuccessLimit)
            {
                return (After(check), bad <= FailureLimit);
            }
        }

        return (After(Count - 1), true);
    }

    private SimTime After(int checks) => new(Interval.Nanoseconds * checks);
}
