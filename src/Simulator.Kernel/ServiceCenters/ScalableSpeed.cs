using Simulator.Kernel.Random;

namespace Simulator.Kernel.ServiceCenters;

/// <summary>
/// r(n) = n / (1 + σ(n − 1) + κ n(n − 1)): the universal scalability law; retrograde for κ &gt; 0, beyond n = √((1 − σ)/κ).
/// </summary>
/// <remarks>Source: N. J. Gunther, <i>Guerrilla Capacity Planning</i>, 2007, section 4.4.</remarks>
public sealed record ScalableSpeed : SpeedLaw
{
    /// <summary>Makes the law of its two coefficients.</summary>
    /// <param name="contention">σ, from 0 to 1.</param>
    /// <param name="coherency">κ, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A coefficient outside its range.</exception>
    public ScalableSpeed(double contention, double coherency)
    {
        Contention = Require.Within(0, 1, contention);
        Coherency = Require.Within(0, 1, coherency);
    }

    /// <summary>σ: the share of the work that only one can do at a time.</summary>
    public double Contention { get; }

    /// <summary>κ: what each pair costs to agree.</summary>
    public double Coherency { get; }

    /// <inheritdoc/>
    public override double Of(long present)
    {
        double n = present;
        return n / (1 + (Contention * (n - 1)) + (Coherency * n * (n - 1)));
    }
}
