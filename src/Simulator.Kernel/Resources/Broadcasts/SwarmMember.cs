namespace Simulator.Kernel.Resources.Broadcasts;

/// <summary>A member of a swarm: the chunks that it has, and what its uploads and downloads take of its rates.</summary>
internal sealed class SwarmMember(SwarmPeer peer, int chunks)
{
    /// <summary>Less than this part of a rate is not worth an upload of its own.</summary>
    private const int LeastShare = 4;

    private readonly ulong[] _has = new ulong[(chunks + 63) / 64];
    private int _count;

    /// <summary>What it uploads at most, in bits per second.</summary>
    public long Upload => peer.Upload.BitsPerSecond;

    public long UploadUsed { get; set; }

    public long DownloadUsed { get; set; }

    /// <summary>Uploads begun so far.</summary>
    public int Uploads { get; set; }

    public bool HasAll => _count == chunks;

    /// <summary>Chunks missing over what it downloads at most.</summary>
    public double TimeLeft => (chunks - _count) / (double)Download;

    /// <summary>Whether it has something to send and enough to send it at.</summary>
    public bool CanSend => _count > 0 && Upload - UploadUsed >= Math.Max(1, Upload / LeastShare);

    private long Download => peer.Download?.BitsPerSecond ?? long.MaxValue / 2;

    public bool Has(int chunk) => (_has[chunk >> 6] >> (chunk & 63) & 1) != 0;

    /// <summary>A chunk has arrived.</summary>
    public void Get(int chunk)
    {
        _has[chunk >> 6] |= 1UL << (chunk & 63);
        _count++;
    }

    /// <summary>What it could send to another member now; <paramref name="freed"/> of that one's download is given up.</summary>
    public long RateTo(SwarmMember receiver, long freed = 0) =>
        Math.Min(Upload - UploadUsed, receiver.Download - receiver.DownloadUsed + freed);

    /// <summary>Whether an upload to another member is worth while now.</summary>
    public bool HasRoomFor(SwarmMember receiver) =>
        RateTo(receiver) >= Math.Max(1, Math.Min(Upload, receiver.Download) / LeastShare);
}
