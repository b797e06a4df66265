using System.Globalization;

namespace Simulator.Acceptance.Tests.Oracles.Answers;

/// <summary>A probability counted in independent trials: right within 4.5 standard errors √(v (1 − v) / n) of the value.</summary>
internal sealed record ShareAnswer(long Hits, long Trials) : Answer
{
    private const double Errors = 4.5;

    public override string Got => Share.ToString("R", CultureInfo.InvariantCulture);

    private double Share => (double)Hits / Trials;

    public override string? Fault(OracleRow row)
    {
        var error = Math.Sqrt(row.Number * (1 - row.Number) / Trials);
        var off = Math.Abs(Share - row.Number);
        return TooFew(row, Trials)
            ?? (off <= Errors * error ? null : $"off by {off / error:f1} standard errors of {Trials} trials");
    }
}
