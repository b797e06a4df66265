using Simulator.Analysis.Estimates;

namespace Simulator.Analysis.Sensitivity;

/// <summary>The share of an output's variance that one input carries: S = Var(E[Y | X]) / Var(Y), the first-order Sobol index.</summary>
/// <param name="Value">The estimate of S; chance may take it a little below 0.</param>
/// <param name="Lower">Lower limit, not below 0.</param>
/// <param name="Upper">Upper limit, not above 1.</param>
/// <remarks>
/// <para>
/// S is what Var(Y) is expected to lose when X becomes known. The S of independent inputs of an additive model add up to 1;
/// what is missing to 1 is interplay.
/// </para>
/// <para>
/// Source: I. M. Sobol', <i>Mathematical Modelling and Computational Experiments</i> 1, 1993; given-data estimate by sorted
/// bins: E. Plischke, E. Borgonovo and C. L. Smith, <i>European Journal of Operational Research</i> 226, 2013, section 3.
/// </para>
/// </remarks>
public sealed record FirstOrderShare(double Value, double Lower, double Upper)
{
    /// <summary>The fewest pairs that an estimate is made of.</summary>
    public const int FewestPairs = 40;

    private const int Groups = 20;

    /// <summary>
    /// Estimates S from a sample: pairs are sorted by X into ⌊√n⌋ bins of like size, and
    /// S = 1 − [W/(n − B)] / [V/(n − 1)] with W the squares within bins and V those in all.
    /// </summary>
    /// <param name="inputs">X, shape [n], n ≥ <see cref="FewestPairs"/>, finite; drawn independently, one a pair.</param>
    /// <param name="outputs">Y, shape [n], finite.</param>
    /// <param name="confidence">Level of the limits in (0, 1).</param>
    /// <returns>The share; null where Y does not vary.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or there are too few pairs.</exception>
    /// <remarks>
    /// <para>
    /// The division by degrees of freedom takes away what bins of noise would explain (Kelley's ε², 1935). What Y changes
    /// within a bin counts as unexplained, some 1/B² of S for a straight line. Limits: Student's t over the 20 values
    /// without pair k mod 20 = g, the delete-a-group jackknife (P. S. Kott, <i>Journal of Official Statistics</i> 17, 2001).
    /// </para>
    /// <para>O(n log n), 21 times.</para>
    /// </remarks>
    public static FirstOrderShare? Of(
        IReadOnlyList<double> inputs,
        IReadOnlyList<double> outputs,
        double confidence = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        if (inputs.Count != outputs.Count || inputs.Count < FewestPairs)
        {
            throw new ArgumentException(
                $"{inputs.Count} inputs and {outputs.Count} outputs: as many of both are needed, at least {FewestPairs}.",
                nameof(outputs)
            );
        }

        var sorted = Enumerable.Range(0, inputs.Count).OrderBy(pair => inputs[pair]).ToArray();
        if (Share([.. sorted.Select(pair => outputs[pair])]) is not { } share)
        {
            return null;
        }

        if (inputs[sorted[0]].Equals(inputs[sorted[^1]]))
        {
            return new FirstOrderShare(0, 0, 0);
        }

        var parts = Enumerable
            .Range(0, Groups)
            .Select(group =>
                Share([.. sorted.Where(pair => pair % Groups != group).Select(pair => outputs[pair])]) ?? share
            )
            .ToArray();
        var mean = parts.Average();
        var squares = parts.Sum(part => (part - mean) * (part - mean));
        var half = StudentLaw.TwoSided(Groups - 1, confidence) * Math.Sqrt(squares * (Groups - 1) / Groups);
        return new FirstOrderShare(share, Math.Clamp(share - half, 0, 1), Math.Clamp(share + half, 0, 1));
    }

    /// <summary>1 − [W/(n − B)] / [V/(n − 1)] of outputs in the order of their inputs; null where they do not vary.</summary>
    private static double? Share(double[] outputs)
    {
        var bins = (int)Math.Sqrt(outputs.Length);
        var within = 0.0;
        for (var bin = 0; bin < bins; bin++)
        {
            var (from, to) = (bin * outputs.Length / bins, (bin + 1) * outputs.Length / bins);
            within += Estimate.MeanAndSquares(outputs[from..to]).Squares;
        }

        var all = Estimate.MeanAndSquares(outputs).Squares;
        return all > 0 ? 1 - (within / (outputs.Length - bins) / (all / (outputs.Length - 1))) : null;
    }
}
