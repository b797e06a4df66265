namespace Simulator.Analysis.MeanField;

/// <summary>Who is under way in a stage, by the cell at which it ends: a ring as long as the law.</summary>
internal sealed class FlowDelay
{
    private readonly double[] _later;
    private readonly double[] _ring;
    private int _now;

    public FlowDelay(GridLaw law)
    {
        var masses = law.Resolved();
        (AtOnce, _later, _ring) = (masses[0], masses[1..], new double[masses.Length]);
    }

    /// <summary>p_0: the share that takes no time.</summary>
    public double AtOnce { get; }

    /// <summary>Moves on by one cell, and takes out what ends there.</summary>
    public double Due()
    {
        _now = (_now + 1) % _ring.Length;
        var due = _ring[_now];
        _ring[_now] = 0;
        return due;
    }

    /// <summary>A mass starts now; what takes no time is not kept.</summary>
    public void Add(double mass)
    {
        var next = (_now + 1) % _ring.Length;
        var ahead = Math.Min(_later.Length, _ring.Length - next);
        GridLaw.AddScaled(_ring.AsSpan(next), _later.AsSpan(0, ahead), mass);
        GridLaw.AddScaled(_ring, _later.AsSpan(ahead), mass);
    }
}
