using System.Globalization;
using Simulator.Kernel.Observation;

namespace Simulator.Acceptance.Tests.Oracles.Answers;

/// <summary>The mean over long replications without their warm-ups: right within its standard errors.</summary>
internal sealed record SteadyAnswer(Tally Replications) : Answer
{
    public override string Got => Replications.Mean.ToString("R", CultureInfo.InvariantCulture);

    private double Error => Replications.StandardDeviation / Math.Sqrt(Replications.Count);

    /// <summary>Student's t of many replications at the level of 4.5 normal standard errors; few allow for more.</summary>
    private double Errors =>
        Replications.Count switch
        {
            >= 1000 => 4.5,
            >= 100 => 4.76,
            _ => 5.48,
        };

    public override string? Fault(OracleRow row)
    {
        var off = Math.Abs(Replications.Mean - row.Number);
        return off <= (IsPrecise(row) ? Errors : 4.5) * Error
            ? null
            : $"off by {off / Error:f1} standard errors of {Replications.Count} replications";
    }

    public override string? Remark(OracleRow row) =>
        IsPrecise(row) ? null : $"standard error {Error / Math.Abs(Replications.Mean):p1}";

    /// <summary>Whether the standard error is as small as the row wants it, judged by the estimate alone.</summary>
    public bool IsPrecise(OracleRow row) => Error <= Precision(row) * Math.Abs(Replications.Mean);

    private static double Precision(OracleRow row) =>
        row.Tolerance.Contains("<= 2% of value", StringComparison.Ordinal) ? 0.02 : 0.01;
}
