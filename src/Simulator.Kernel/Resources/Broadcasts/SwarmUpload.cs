namespace Simulator.Kernel.Resources.Broadcasts;

/// <summary>A chunk on its way.</summary>
/// <remarks>Work in what flows at a bit a second in a nanosecond, times the number of chunks: whole numbers.</remarks>
internal sealed class SwarmUpload(int id, int chunks)
{
    private SimTime _since;

    public int Id => id;

    public int Sender { get; private set; }

    public int Receiver { get; private set; }

    public int Chunk { get; private set; }

    public bool IsUnderWay { get; private set; }

    public long Rate { get; private set; }

    public SimTime EndsAt { get; private set; }

    /// <summary>Work left when the rate was last set.</summary>
    public UInt128 Left { get; private set; }

    /// <summary>A chunk, or the rest of one, is sent from now on; the end is rounded up, and beyond the horizon it never comes.</summary>
    public void Begin((int Sender, int Receiver, int Chunk) who, UInt128 work, long rate, SimTime now)
    {
        (Sender, Receiver, Chunk) = who;
        (Left, Rate, _since, IsUnderWay) = (work, rate, now, true);
        var speed = (UInt128)rate * (ulong)chunks;
        var wait = (Left + speed - 1) / speed;
        EndsAt = new SimTime((long)UInt128.Min(wait + (ulong)now.Nanoseconds, (ulong)SimTime.Horizon.Nanoseconds + 1));
    }

    /// <summary>It is over, or broken off: what flowed is not left any more.</summary>
    public void Stop(SimTime now)
    {
        var done = (UInt128)Rate * (ulong)chunks * (ulong)(now - _since).Nanoseconds;
        Left = done < Left ? Left - done : UInt128.Zero;
        IsUnderWay = false;
    }
}
