using Simulator.Kernel.Random;

namespace Simulator.Kernel.ServiceCenters;

/// <summary>r(n) from a list: r(1), r(2), ..., the last one for all larger n.</summary>
public sealed record SpeedTable : SpeedLaw
{
    private readonly double[] _speeds;

    /// <summary>Makes the law of a list.</summary>
    /// <param name="speeds">r(1), r(2), ...: at least one, all finite and positive.</param>
    /// <exception cref="ArgumentException">No speed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A speed that is not finite and positive.</exception>
    public SpeedTable(params IReadOnlyList<double> speeds)
    {
        ArgumentNullException.ThrowIfNull(speeds);
        if (speeds.Count == 0)
        {
            throw new ArgumentException("A table of speeds needs at least r(1).", nameof(speeds));
        }

        _speeds = [.. speeds.Select((speed, index) => Require.Positive(speed, $"r({index + 1})"))];
    }

    /// <inheritdoc/>
    public override double Of(long present) => _speeds[(int)Math.Min(present, _speeds.Length) - 1];
}
