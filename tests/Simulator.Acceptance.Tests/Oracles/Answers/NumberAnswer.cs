using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulator.Acceptance.Tests.Oracles.Answers;

/// <summary>Numbers that have no sampling error, or one that the row allows for by a relative tolerance.</summary>
internal sealed partial record NumberAnswer(IReadOnlyList<double> Numbers) : Answer
{
    private const double Exact = 1e-9;

    public override string Got =>
        string.Join(';', Numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));

    public override string? Fault(OracleRow row)
    {
        var wanted = row.Values;
        if (wanted.Count != Numbers.Count)
        {
            return $"{Numbers.Count} numbers, {wanted.Count} are wanted";
        }

        for (var index = 0; index < wanted.Count; index++)
        {
            var (off, allowed) = (Math.Abs(Numbers[index] - wanted[index]), Allowed(row, wanted[index]));
            if (!(off <= allowed))
            {
                return $"number {index + 1} is off by {off:g3}, allowed are {allowed:g3}";
            }
        }

        return null;
    }

    private static double Allowed(OracleRow row, double wanted)
    {
        if (row.Tolerance.StartsWith("exact integer", StringComparison.Ordinal))
        {
            return 0;
        }

        var relative = RelativeError().Match(row.Tolerance);
        if (!relative.Success)
        {
            return Exact * Math.Max(1, Math.Abs(wanted));
        }

        var number = double.Parse(relative.Groups["number"].Value, CultureInfo.InvariantCulture);
        return Math.Abs(wanted) * (relative.Groups["percent"].Length > 0 ? number / 100 : number);
    }

    [GeneratedRegex(
        @"relative error <= (?<number>[0-9.]+(e[+-]?[0-9]+)?)(?<percent>%?)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex RelativeError();
}
