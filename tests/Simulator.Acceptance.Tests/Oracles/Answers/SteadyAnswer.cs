using System.Globalization;
using Simulator.Kernel.Observation;

namespace Simulator.Acceptance.Tests.Oracles.Answers;

/// <summary>The mean over long replications without their warm-ups: right, and precise.</summary>
internal sealed record SteadyAnswer(Tally Replications, bool IsCapped) : Answer
{
    /// <summary>How much coarser the answer may be where the time for more customers is not there.</summary>
    private const double Coarser = 5;

    public override string Got => Replications.Mean.ToString("R", CultureInfo.InvariantCulture);

    private double Error => Replications.StandardDeviation / Math.Sqrt(Replications.Count);

    private double Errors =>
        Replications.Count switch
        {
            >= 1000 => 4.5,
            >= 100 => 4.76,
            _ => 5.48,
        };

    public override string? Fault(OracleRow row)
    {
        var (off, wanted) = (
            Math.Abs(Replications.Mean - row.Number),
            (IsCapped ? Coarser : 1) * Precision(row) * Math.Abs(row.Number)
        );
        return Error > wanted ? $"standard error {Error:g3} above {wanted:g3}"
            : off > Errors * Error ? $"off by {off / Error:f1} standard errors of {Replications.Count} replications"
            : null;
    }

    /// <summary>Whether the standard error is as small as the row wants it, judged by the estimate alone.</summary>
    public bool IsPrecise(OracleRow row) => Error <= 0.9 * Precision(row) * Math.Abs(Replications.Mean);

    private static double Precision(OracleRow row) =>
        row.Tolerance.Contains("<= 2% of value", StringComparison.Ordinal) ? 0.02 : 0.01;
}
