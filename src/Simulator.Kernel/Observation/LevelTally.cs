namespace Simulator.Kernel.Observation;

/// <summary>The mean over time of a whole number that is constant between changes, ∫ x dt / T, summed exactly.</summary>
/// <remarks>
/// <para>All sums are whole numbers, so merging has no order: the parts of a span, merged in any way, are the whole span.</para>
/// <para>Not thread-safe.</para>
/// <para>Source: A. M. Law, <i>Simulation Modeling and Analysis</i>, 5th ed., 2015, section 1.4.</para>
/// </remarks>
public sealed class LevelTally
{
    /// <summary>T: the time observed, in nanoseconds.</summary>
    public Int128 Span { get; private set; }

    /// <summary>∫ x dt, in nanoseconds times the unit of x.</summary>
    public Int128 Area { get; private set; }

    /// <summary>The time during which x was above 0, in nanoseconds.</summary>
    public Int128 BusySpan { get; private set; }

    /// <summary>The largest x that lasted; 0 where nothing did.</summary>
    public long Maximum { get; private set; }

    /// <summary>∫ x dt / T; NaN while no time was observed.</summary>
    public double Mean => Span == 0 ? double.NaN : (double)Area / (double)Span;

    /// <summary>The share of time during which x was above 0; NaN while no time was observed.</summary>
    public double BusyShare => Span == 0 ? double.NaN : (double)BusySpan / (double)Span;

    /// <summary>Takes a stretch in during which x was constant; one of no length leaves no trace.</summary>
    /// <param name="level">x, at least 0.</param>
    /// <param name="lasted">How long, at least zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A level or a time below 0.</exception>
    public void Add(long level, SimTime lasted)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfNegative(lasted.Nanoseconds, nameof(lasted));
        if (lasted > SimTime.Zero)
        {
            Span += lasted.Nanoseconds;
            Area += (Int128)level * lasted.Nanoseconds;
            BusySpan += level > 0 ? lasted.Nanoseconds : 0;
            Maximum = Math.Max(Maximum, level);
        }
    }

    /// <summary>Takes all time of another tally in: another stretch of the run, or of another replication.</summary>
    /// <param name="other">A tally of the same thing; it stays as it is.</param>
    public void Merge(LevelTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Span += other.Span;
        Area += other.Area;
        BusySpan += other.BusySpan;
        Maximum = Math.Max(Maximum, other.Maximum);
    }
}
