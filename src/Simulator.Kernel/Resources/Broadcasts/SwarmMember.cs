namespace Simulator.Kernel.Resources.Broadcasts;

/// <summary>A member of a swarm: the chunks that it has, and the upload that it is at.</summary>
/// <remarks>Work in what flows at a bit a second in a nanosecond, divided by the number of chunks: whole numbers.</remarks>
internal sealed class SwarmMember(SwarmPeer peer, int chunks)
{
    private readonly ulong[] _has = new ulong[(chunks + 63) / 64];
    private int _count;
    private SimTime _since;

    public long Upload => peer.Upload.BitsPerSecond;

    public long Download => peer.Download?.BitsPerSecond ?? long.MaxValue / 2;

    /// <summary>What uploads to it take of its download.</summary>
    public long DownloadUsed { get; set; }

    public bool HasAll => _count == chunks;

    /// <summary>Uploads begun so far.</summary>
    public int Uploads { get; set; }

    /// <summary>Whom it sends to; -1 while it is idle.</summary>
    public int Receiver { get; set; } = -1;

    public int Chunk { get; set; }

    public long Rate { get; private set; }

    public SimTime EndsAt { get; private set; }

    /// <summary>Work left of the chunk under way when its rate was last set.</summary>
    public UInt128 Left { get; set; }

    public bool Has(int chunk) => (_has[chunk >> 6] >> (chunk & 63) & 1) != 0;

    /// <summary>A chunk has arrived.</summary>
    /// <returns>Whether it is the first one.</returns>
    public bool Get(int chunk)
    {
        _has[chunk >> 6] |= 1UL << (chunk & 63);
        return ++_count == 1;
    }

    public void HaveAll()
    {
        for (var chunk = 0; chunk < chunks; chunk++)
        {
            Get(chunk);
        }
    }

    /// <summary>Goes on with what is left at a rate; the end is rounded up, and beyond the horizon it never comes.</summary>
    public void Begin(long rate, SimTime now)
    {
        (Rate, _since) = (rate, now);
        var speed = (UInt128)rate * (ulong)chunks;
        var wait = (Left + speed - 1) / speed;
        EndsAt = new SimTime((long)UInt128.Min(wait + (ulong)now.Nanoseconds, (ulong)SimTime.Horizon.Nanoseconds + 1));
    }

    /// <summary>Breaks off: what flowed is not left any more.</summary>
    public void Stop(SimTime now)
    {
        var done = (UInt128)Rate * (ulong)chunks * (ulong)(now - _since).Nanoseconds;
        Left = done < Left ? Left - done : UInt128.Zero;
    }
}
