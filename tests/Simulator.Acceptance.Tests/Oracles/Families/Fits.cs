using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Analysis.Breakpoints;
using Simulator.Analysis.ScalingLaws;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Curves through points, by the fits of the analysis.</summary>
internal static class Fits
{
    private static readonly Dictionary<string, GrowthForm[]> Forms = new(StringComparer.Ordinal)
    {
        ["constant"] = [GrowthForm.Constant],
        ["log"] = [GrowthForm.Logarithmic],
        ["sqrt"] = [GrowthForm.SquareRoot],
        // the root and the line are powers that need no exponent
        ["power"] = [GrowthForm.Power, GrowthForm.SquareRoot, GrowthForm.Linear],
        ["linear"] = [GrowthForm.Linear],
        ["nlogn"] = [GrowthForm.LinearLogarithmic],
        ["ceil"] = [GrowthForm.Staircase],
        ["hinge"] = [GrowthForm.Hinge],
        ["usl"] = [GrowthForm.UniversalScalability],
    };

    public static Answer Knee(OracleRow row)
    {
        var knee =
            Breakpoint.Fit(row.Numbers("x"), row.Numbers("y"))
            ?? throw new InvalidOperationException($"{row.Id}: the curve has no break.");
        return Answer.Of(
            row.Quantity.Split(' ')[0] switch
            {
                "N*" => knee.Position,
                "slope" when row.Asks("slope after the break") => knee.SlopeAfter,
                "slope" when row.Asks("slope before the break") => knee.SlopeBefore,
                _ => throw row.Unknown(row.Quantity),
            }
        );
    }

    /// <summary>The law must be chosen, not only fitted.</summary>
    public static Answer Law(OracleRow row)
    {
        var points = row.Numbers("N").Zip(row.Numbers("T"), (nodes, seconds) => new CurvePoint(nodes, seconds));
        var law = ScalingFit.To([.. points]).Chosen!.Law;
        if (!Forms.TryGetValue(row.Text("family"), out var forms))
        {
            throw row.Unknown(row.Text("family"));
        }

        Assert.That(forms, Does.Contain(law.Form), $"{row.Id}: the form of {law.Formula}");
        return Answer.Of(
            row.Quantity switch
            {
                "recovered c" => law.Constant,
                "recovered a" or "recovered s" => law.Slope,
                "recovered b" => ExponentOf(law),
                "recovered k" or "recovered Nstar" => law.Shape!.Value,
                _ => throw row.Unknown(row.Quantity),
            }
        );
    }

    public static Answer Scalability(OracleRow row)
    {
        var law =
            UniversalScalability.Fit(row.Numbers("N"), row.Numbers("X"))
            ?? throw new InvalidOperationException($"{row.Id}: the points determine no law.");
        return Answer.Of(
            (
                row.Quantity.Split(' ') switch
                {
                    ["recovered" or "least-squares", "gamma"] => law.Single,
                    ["recovered" or "least-squares", "sigma"] => law.Contention,
                    ["recovered" or "least-squares", "kappa"] => law.Coherency,
                    ["recovered" or "least-squares", "N*", ..] => law.PeakConcurrency,
                    ["recovered" or "least-squares", "X(N*)", ..] => law.PeakThroughput,
                    _ => throw row.Unknown(row.Quantity),
                }
            ) ?? throw new InvalidOperationException($"{row.Id}: the law has no peak.")
        );
    }

    private static double ExponentOf(ScalingLaw law) =>
        law.Form switch
        {
            GrowthForm.SquareRoot => 0.5,
            GrowthForm.Linear => 1,
            _ => law.Shape!.Value,
        };
}
