namespace Simulator.Kernel.Observation;

/// <summary>The mean over time of a value that is constant between changes: ∫ x dt / T.</summary>
/// <remarks>
/// <para>Not thread-safe.</para>
/// <para>Source: A. M. Law, <i>Simulation Modeling and Analysis</i>, 5th ed., 2015, section 1.4.</para>
/// </remarks>
public sealed class TimeWeighted
{
    private readonly SimTime _start;
    private SimTime _changedAt;
    private double _area;

    /// <summary>Begins to observe.</summary>
    /// <param name="start">The first instant.</param>
    /// <param name="value">The value from then on.</param>
    public TimeWeighted(SimTime start = default, double value = 0)
    {
        (_start, _changedAt) = (start, start);
        (Value, Minimum, Maximum) = (value, value, value);
    }

    /// <summary>The present value.</summary>
    public double Value { get; private set; }

    /// <summary>Smallest value so far, those that lasted no time included.</summary>
    public double Minimum { get; private set; }

    /// <summary>Largest value so far, those that lasted no time included.</summary>
    public double Maximum { get; private set; }

    /// <summary>States a change.</summary>
    /// <param name="now">The instant, not before the last change.</param>
    /// <param name="value">The value from then on, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An instant before the last change, or a value that is not finite.</exception>
    public void Set(SimTime now, double value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(now, _changedAt);
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "An observed value must be finite.");
        }

        _area += Value * (now - _changedAt).Seconds;
        (_changedAt, Value) = (now, value);
        Minimum = Math.Min(Minimum, value);
        Maximum = Math.Max(Maximum, value);
    }

    /// <summary>∫ x dt / T up to an instant.</summary>
    /// <param name="now">The instant, not before the last change.</param>
    /// <returns>The mean, in the unit of the value; the value itself while no time has passed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An instant before the last change.</exception>
    public double MeanUntil(SimTime now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(now, _changedAt);
        var area = _area + (Value * (now - _changedAt).Seconds);
        return now == _start ? Value : area / (now - _start).Seconds;
    }
}
