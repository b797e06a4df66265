using System.Globalization;
using Simulator.Kernel.Observation;

namespace Simulator.Acceptance.Tests.Oracles.Answers;

/// <summary>The mean of independent replications: right within 4.5 standard errors.</summary>
internal sealed record MeanAnswer(Tally Samples) : Answer
{
    private const double Errors = 4.5;

    /// <summary>Where the row gives no standard deviation, that of the sample must be known well enough.</summary>
    private const int FewestForDeviation = 100;

    public override string Got => Samples.Mean.ToString("R", CultureInfo.InvariantCulture);

    public override string? Fault(OracleRow row)
    {
        if (TooFew(row, Samples.Count) is { } few)
        {
            return few;
        }

        if (row.Deviation is null && Samples.Count < FewestForDeviation)
        {
            return $"{Samples.Count} samples do not tell a standard deviation";
        }

        var error = (row.Deviation ?? Samples.StandardDeviation) / Math.Sqrt(Samples.Count);
        var off = Math.Abs(Samples.Mean - row.Number);
        return off <= Errors * error
            ? null
            : $"off by {off / error:f1} standard errors of {Samples.Count} replications";
    }
}
