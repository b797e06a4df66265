namespace Simulator.Analysis.Estimates;

/// <summary>Cumulative probabilities of a binomial count, P(X ≤ k) for k = 0..n, by the ratio of neighbouring terms.</summary>
/// <remarks>Terms are taken relative to the mode and normalised by their sum, so no factorial is ever formed. O(n). Immutable.</remarks>
public sealed class BinomialTable
{
    private readonly double[] _atMost;
    private readonly double[] _above;

    /// <summary>Computes the table.</summary>
    /// <param name="trials">n ≥ 0.</param>
    /// <param name="share">Probability of a success in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter outside its range.</exception>
    public BinomialTable(int trials, double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (share is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share in (0, 1) is needed.");
        }

        var terms = new double[trials + 1];
        var odds = share / (1 - share);
        var mode = Math.Min(trials, (int)((trials + 1) * share));
        terms[mode] = 1;
        for (var k = mode; k < trials; k++)
        {
            terms[k + 1] = terms[k] * odds * (trials - k) / (k + 1);
        }

        for (var k = mode; k > 0; k--)
        {
            terms[k - 1] = terms[k] * k / (odds * (trials - k + 1));
        }

        var total = terms.Sum();
        _atMost = new double[trials + 1];
        _above = new double[trials + 1];
        double below = 0,
            above = 0;
        for (var k = 0; k <= trials; k++)
        {
            below += terms[k] / total;
            _atMost[k] = Math.Min(below, 1);
            _above[trials - k] = above;
            above += terms[trials - k] / total;
        }
    }

    /// <summary>P(X ≤ k); 0 below 0.</summary>
    /// <param name="k">Any number; above n it counts as n.</param>
    public double AtMost(int k) => k < 0 ? 0 : _atMost[Math.Min(k, _atMost.Length - 1)];

    /// <summary>P(X > k), summed from the top so that small tails keep their digits.</summary>
    /// <param name="k">Any number; above n it counts as n.</param>
    public double Above(int k) => k < 0 ? 1 : _above[Math.Min(k, _above.Length - 1)];
}
