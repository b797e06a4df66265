namespace Simulator.Kernel.Resources;

/// <summary>∫ held dt, exactly: what a resource was busy with, in unit-nanoseconds.</summary>
/// <remarks>Source: time-weighted averages as in A. M. Law, <i>Simulation Modeling and Analysis</i>, section 1.4.</remarks>
public struct Usage
{
    private Int128 _area;
    private long _since;

    /// <summary>∫ held dt up to an instant.</summary>
    /// <param name="held">What is held since the last change.</param>
    /// <param name="now">The instant.</param>
    /// <returns>Unit-nanoseconds.</returns>
    public readonly Int128 Until(long held, SimTime now) => _area + Math.BigMul(held, now.Nanoseconds - _since);

    /// <summary>Closes the span in which <paramref name="held"/> was constant.</summary>
    internal void Close(long held, SimTime now)
    {
        if (now.Nanoseconds != _since)
        {
            _area += Math.BigMul(held, now.Nanoseconds - _since);
            _since = now.Nanoseconds;
        }
    }
}
