using Simulator.Kernel.Random;

namespace Simulator.Kernel.Resources.Broadcasts;

/// <summary>
/// A swarm: everybody forwards the chunks that it has, the rarest first, each to somebody who lacks it; whoever has a chunk
/// passes it on at once.
/// </summary>
/// <remarks>
/// <para>
/// An upload takes all that sender and receiver have left when it begins, and keeps it to its end; it is not begun where
/// that is less than a quarter of min(u, d). So a sender sends one chunk at a time unless receivers are slower than itself.
/// A sender that finds nothing new to send takes the rest of the upload that would end last over from a slower sender
/// (end game), so that slow members do not hold the last chunks up.
/// </para>
/// <para>
/// Whom to send to: a chunk that only the source has goes to somebody drawn in proportion to what they upload (as in the
/// fluid optimum of Kumar and Ross), any other to who has the longest way to go, chunks missing over d; ties in the order of
/// numbers from a place drawn. Draws are keyed by (sender, hash of the name, uploads so far, 0).
/// </para>
/// <para>
/// O(chunks + receivers) per upload, O(chunks x receivers) where downloads are full; a swarm never beats F / u, F / min d,
/// N F / sum of u.
/// </para>
/// <para>Source: local rarest first and end game as in B. Cohen, Incentives build robustness in BitTorrent, <i>P2P
/// Economics</i>, 2003, section 2.</para>
/// </remarks>
public sealed class ChunkSwarm : Receivers
{
    private readonly ChunkedFile _file;
    private readonly StreamKey _stream;
    private readonly uint _step;
    private readonly ChunkSets _sets;
    private readonly SwarmMember[] _members;
    private readonly List<SwarmUpload> _uploads = [];
    private readonly Stack<SwarmUpload> _free = [];
    private readonly SortedSet<int> _ready = [];

    /// <summary>A swarm in which only the source has the file; nothing moves before <see cref="Start"/>.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="file">What is spread.</param>
    /// <param name="members">The source first, then N receivers.</param>
    /// <param name="stream">The random numbers of the replication.</param>
    /// <exception cref="ArgumentOutOfRangeException">No receiver, or a rate outside its range.</exception>
    public ChunkSwarm(
        Simulation simulation,
        string name,
        ChunkedFile file,
        IReadOnlyList<SwarmPeer> members,
        StreamKey stream
    )
        : base(simulation, name, Require(members))
    {
        ArgumentNullException.ThrowIfNull(file);
        (_file, _stream, _step) = (file, stream, Fnv1a.Hash32(name));
        _sets = new ChunkSets(file.Chunks, members.Count - 1);
        _members = [.. members.Select(member => new SwarmMember(member, file.Chunks))];
    }

    /// <summary>The source begins to send, now.</summary>
    /// <exception cref="InvalidOperationException">It has begun before.</exception>
    public void Start()
    {
        var source = _members[0];
        if (source.HasAll)
        {
            throw new InvalidOperationException($"At {Simulation.Now}: '{Name}' is started twice.");
        }

        for (var chunk = 0; chunk < _file.Chunks; chunk++)
        {
            source.Get(chunk);
        }

        _ready.Add(0);
        Touch();
    }

    /// <summary>An upload ends, unless it was taken over.</summary>
    /// <inheritdoc/>
    protected internal override void Wake(int tag)
    {
        var upload = _uploads[tag];
        if (!upload.IsUnderWay || upload.EndsAt != Simulation.Now)
        {
            return;
        }

        Stop(upload);
        var receiver = Receiver(upload.Receiver);
        receiver.Get(upload.Chunk);
        _ready.Add(upload.Receiver + 1);
        if (receiver.HasAll)
        {
            Finish(upload.Receiver);
        }

        Touch();
    }

    /// <summary>Everybody who has something to send at looks for something to send.</summary>
    /// <inheritdoc/>
    protected override void Decide(GrantList grants)
    {
        if (IsOver)
        {
            return;
        }

        foreach (var sender in _ready.ToArray())
        {
            while (_members[sender].CanSend && SendRarest(sender)) { }
            if (!_members[sender].CanSend)
            {
                _ready.Remove(sender);
            }
        }

        foreach (var sender in _ready.OrderByDescending(sender => _members[sender].Upload).ToArray())
        {
            TakeOver(sender);
        }
    }

    private static int Require(IReadOnlyList<SwarmPeer> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentOutOfRangeException.ThrowIfLessThan(members.Count, 2, nameof(members));
        foreach (var member in members)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(member.Upload.BitsPerSecond, nameof(members));
            ArgumentOutOfRangeException.ThrowIfLessThan(member.Download?.BitsPerSecond ?? 1, 1, nameof(members));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(members[0].Upload.BitsPerSecond, 1, nameof(members));
        return members.Count - 1;
    }

    private bool SendRarest(int place)
    {
        var sender = _members[place];
        var u = _stream.Uniform((uint)place, _step, (uint)sender.Uploads, 0);
        var from = (int)(u * Count);
        var rarest = -1;
        for (var chunk = 0; chunk < _file.Chunks; chunk++)
        {
            var isRarer = rarest < 0 || _sets.CopiesOf(chunk) < _sets.CopiesOf(rarest);
            if (isRarer && sender.Has(chunk) && _sets.IsWanted(chunk))
            {
                rarest = _sets.Wanting(chunk, from).Any(one => sender.HasRoomFor(Receiver(one))) ? chunk : rarest;
            }
        }

        if (rarest < 0)
        {
            return false;
        }

        var ready = _sets.Wanting(rarest, from).Where(one => sender.HasRoomFor(Receiver(one)));
        var receiver =
            _sets.CopiesOf(rarest) == 0 ? ByUpload([.. ready], u) : ready.MaxBy(one => Receiver(one).TimeLeft);
        _sets.Promise(rarest, receiver);
        sender.Uploads++;
        Begin((place, receiver, rarest), _file.ChunkWork);
        return true;
    }

    /// <summary>Who gets a chunk that nobody else has is drawn in proportion to what they upload.</summary>
    private int ByUpload(List<int> ready, double u)
    {
        var left = u * ready.Sum(one => 1.0 + Receiver(one).Upload);
        foreach (var one in ready)
        {
            left -= 1.0 + Receiver(one).Upload;
            if (left < 0)
            {
                return one;
            }
        }

        return ready[^1];
    }

    /// <summary>Goes on with the upload whose end lies furthest away among those that it can speed up.</summary>
    private void TakeOver(int place)
    {
        var helper = _members[place];
        SwarmUpload? last = null;
        foreach (var upload in _uploads)
        {
            if (
                upload.IsUnderWay
                && (last is null || upload.EndsAt > last.EndsAt)
                && upload.Sender != place
                && helper.Has(upload.Chunk)
                && helper.RateTo(Receiver(upload.Receiver), freed: upload.Rate) > upload.Rate
            )
            {
                last = upload;
            }
        }

        if (last is not null)
        {
            Stop(last);
            Begin((place, last.Receiver, last.Chunk), last.Left);
        }
    }

    private SwarmMember Receiver(int receiver) => _members[receiver + 1];

    private void Begin((int Sender, int Receiver, int Chunk) who, UInt128 work)
    {
        var (sender, receiver) = (_members[who.Sender], Receiver(who.Receiver));
        var rate = sender.RateTo(receiver);
        sender.UploadUsed += rate;
        receiver.DownloadUsed += rate;
        if (!_free.TryPop(out var upload))
        {
            upload = new SwarmUpload(_uploads.Count, _file.Chunks);
            _uploads.Add(upload);
        }

        upload.Begin(who, work, rate, Simulation.Now);
        if (upload.EndsAt <= SimTime.Horizon)
        {
            Simulation.Schedule(upload.EndsAt, (ulong)who.Sender, Customer, upload.Id);
        }
    }

    private void Stop(SwarmUpload upload)
    {
        upload.Stop(Simulation.Now);
        _members[upload.Sender].UploadUsed -= upload.Rate;
        Receiver(upload.Receiver).DownloadUsed -= upload.Rate;
        _ready.Add(upload.Sender);
        _free.Push(upload);
    }
}
