namespace Simulator.Analysis.Breakpoints;

/// <summary>A continuous curve of two straight parts: y = a + b₁ x + b₂ max(0, x − N*).</summary>
/// <param name="Position">N*, in the unit of x, inside the range of x.</param>
/// <param name="Intercept">a, the left part's value at x = 0, in the unit of y.</param>
/// <param name="SlopeBefore">b₁.</param>
/// <param name="SlopeAfter">b₁ + b₂.</param>
/// <param name="Squares">Sum of weighted squared residuals.</param>
/// <remarks>Immutable.</remarks>
public sealed record Breakpoint(
    double Position,
    double Intercept,
    double SlopeBefore,
    double SlopeAfter,
    double Squares
)
{
    /// <summary>The global least-squares optimum over a, b₁, b₂ and N*.</summary>
    /// <param name="x">Sizes, shape [n], n ≥ 4 different values, finite, any order.</param>
    /// <param name="y">Times, shape [n], finite.</param>
    /// <param name="weights">Weights &gt; 0, shape [n], such as 1/se²; null = all 1.</param>
    /// <returns>The break; null where the curve has none (both slopes equal, or fewer than four different sizes).</returns>
    /// <exception cref="ArgumentException">Lengths that differ, a value not finite, or a weight ≤ 0.</exception>
    /// <remarks>
    /// <para>
    /// Exhaustive: for each gap between neighbours the two lines are fitted apart; where they meet inside the gap that is
    /// the gap's optimum, else the break sits at one of the sizes. At least two sizes lie on each side. O(n²).
    /// </para>
    /// <para>Source: D. J. Hudson, "Fitting segmented curves whose join points have to be estimated", 1966.</para>
    /// </remarks>
    public static Breakpoint? Fit(
        IReadOnlyList<double> x,
        IReadOnlyList<double> y,
        IReadOnlyList<double>? weights = null
    )
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var points = HingePoints.From(x, y, weights);
        Breakpoint? best = null;
        foreach (var candidate in points.Candidates())
        {
            if (best is null || candidate.Squares < best.Squares)
            {
                best = candidate;
            }
        }

        return best;
    }

    /// <summary>The value of the fitted curve.</summary>
    /// <param name="x">A size.</param>
    /// <returns>a + b₁ x + b₂ max(0, x − N*).</returns>
    public double At(double x) =>
        Intercept + (SlopeBefore * x) + ((SlopeAfter - SlopeBefore) * Math.Max(0, x - Position));
}
