using System.Globalization;
using Simulator.Analysis.Estimates;

namespace Simulator.Acceptance.Tests.Oracles.Answers;

/// <summary>A quantile between two order statistics: right where the interval holds the value.</summary>
internal sealed record RangeAnswer(QuantileEstimate? Estimate) : Answer
{
    public override string Got => Estimate?.Value.ToString("R", CultureInfo.InvariantCulture) ?? "";

    public override string? Fault(OracleRow row) =>
        Estimate is null ? "too few replications for an interval"
        : TooFew(row, Estimate.Count) is { } few ? few
        : Estimate.Lower <= row.Number && row.Number <= Estimate.Upper ? null
        : $"outside [{Estimate.Lower:g9}, {Estimate.Upper:g9}]";
}
