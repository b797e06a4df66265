using Simulator.Analysis.Estimates;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Levers;

/// <summary>
/// Differences of ln E[T] over ln c: a tenth more, one whole step where a tenth is none, under the same draws. The way up is
/// what can be bought, and more is not always faster, so it is not mixed with the way down.
/// </summary>
internal static class Elasticities
{
    private const decimal Tenth = 1.1m;

    /// <summary>The elasticity of every lever of a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="runs">The replications.</param>
    /// <param name="confidence">Level of the intervals.</param>
    public static IReadOnlyList<Elasticity> Of(Scenario scenario, Replications runs, double confidence)
    {
        var spans = LeverSet.Of(scenario).Select(lever => Span(scenario, lever)).ToList();
        var plans = spans.SelectMany(span =>
            (UpdatePlan[])[Compile(scenario, span.Lever, span.Low), Compile(scenario, span.Lever, span.High)]
        );
        var times = runs.Makespans([.. plans]);
        return
        [
            .. spans.Select(
                (span, index) =>
                    new Elasticity(
                        span.Lever,
                        span.Lever.Text(span.Low),
                        span.Lever.Text(span.High),
                        Slope(span.Low, span.High, times[2 * index], times[(2 * index) + 1], confidence)
                    )
            ),
        ];
    }

    private static UpdatePlan Compile(Scenario scenario, Lever lever, decimal number) =>
        UpdatePlan.Compile(lever.Set(scenario, number).Model);

    /// <summary>(ln ȳ - ln x̄) / ln(high / low), with the interval of its linear part yᵣ / ȳ - xᵣ / x̄.</summary>
    private static Estimate? Slope(decimal low, decimal high, double[] slower, double[] faster, double confidence)
    {
        var (below, above) = (slower.Average(), faster.Average());
        if (low == high || below <= 0 || above <= 0)
        {
            return null;
        }

        var parts = slower.Zip(faster, (left, right) => (right / above) - (left / below)).ToList();
        var difference = Estimate.FromReplications(parts, confidence) with { Mean = Math.Log(above / below) };
        return difference.Times(1 / Math.Log((double)(high / low)));
    }

    /// <summary>
    /// The file's own value and the one above; the one below and the file's own where there is no room above, or where the
    /// rollout would deadlock; the own twice where there is none on either side.
    /// </summary>
    private static (Lever Lever, decimal Low, decimal High) Span(Scenario scenario, Lever lever)
    {
        var (low, own, high) = (Below(lever), lever.Number, Above(lever));
        return IsUsable(high) ? (lever, own, high)
            : IsUsable(low) ? (lever, low, own)
            : (lever, own, own);

        bool IsUsable(decimal number)
        {
            if (number <= 0 || (lever.Unit.EndsWith('%') && number > 100))
            {
                return false;
            }

            try
            {
                return DesignLint.Find(lever.Set(scenario, number)).Count == 0;
            }
            catch (ScenarioException)
            {
                return false; // a value that other keys do not allow, such as a capacity below what one step needs
            }
        }
    }

    private static decimal Above(Lever lever) =>
        lever.IsWhole
            ? Math.Max(lever.Number + lever.Multiple, Whole(lever.Number * Tenth, lever))
            : Rounded(lever.Number * Tenth);

    private static decimal Below(Lever lever) =>
        lever.IsWhole
            ? Math.Min(lever.Number - lever.Multiple, Whole(lever.Number / Tenth, lever))
            : Rounded(lever.Number / Tenth);

    private static decimal Whole(decimal number, Lever lever) =>
        decimal.Round(number / lever.Multiple) * lever.Multiple;

    /// <summary>To four significant digits.</summary>
    private static decimal Rounded(decimal number)
    {
        var scale = 1m;
        while (number * scale < 1000)
        {
            scale *= 10;
        }

        return decimal.Round(number * scale) / scale;
    }
}
