using Simulator.Kernel.Random;

namespace Simulator.Kernel.Resources.Broadcasts;

/// <summary>
/// A swarm: everybody forwards the chunks that it has, one at a time, the rarest first, to somebody who lacks it; whoever
/// has a chunk passes it on at once.
/// </summary>
/// <remarks>
/// <para>
/// An upload runs at min(u of the sender, what is left of d of the receiver) to its end, and is not begun where the receiver
/// has less than a quarter of min(u, d) left. A sender that finds nothing new to send takes the rest of the slowest upload
/// over from a slower sender (end game), so that slow members do not hold the last chunks up.
/// </para>
/// <para>
/// Whom to send to: the first in the order of numbers from a place drawn by (sender, hash of the name, uploads so far, 0).
/// O(chunks x receivers / 64) per upload at worst; a swarm never beats <c>F / u, F / d, N F / sum of u</c>.
/// </para>
/// <para>Source: local rarest first and end game as in B. Cohen, Incentives build robustness in BitTorrent, <i>P2P
/// Economics</i>, 2003, section 2.</para>
/// </remarks>
public sealed class ChunkSwarm : Receivers
{
    private const int LeastShare = 4;

    private readonly ChunkedFile _file;
    private readonly StreamKey _stream;
    private readonly uint _step;
    private readonly ChunkSets _sets;
    private readonly SwarmMember[] _members;
    private readonly SortedSet<int> _idle = [];

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
    public void Start()
    {
        _members[0].HaveAll();
        _idle.Add(0);
        Touch();
    }

    /// <summary>An upload ends.</summary>
    protected internal override void Wake(int tag)
    {
        var sender = _members[tag];
        if (sender.EndsAt != Simulation.Now || sender.Receiver < 0)
        {
            return;
        }

        var receiver = _members[sender.Receiver + 1];
        receiver.DownloadUsed -= sender.Rate;
        if (receiver.Get(sender.Chunk) && receiver.Upload > 0)
        {
            _idle.Add(sender.Receiver + 1);
        }

        if (receiver.HasAll)
        {
            Finish(sender.Receiver);
        }

        sender.Receiver = -1;
        _idle.Add(tag);
        Touch();
    }

    /// <summary>Everybody who is idle looks for something to send.</summary>
    protected override void Decide(GrantList grants)
    {
        if (IsOver)
        {
            return;
        }

        foreach (var sender in _idle.ToArray())
        {
            if (SendRarest(sender))
            {
                _idle.Remove(sender);
            }
        }

        foreach (var sender in _idle.OrderByDescending(sender => _members[sender].Upload).ToArray())
        {
            TakeOver(sender);
        }
    }

    private static int Require(IReadOnlyList<SwarmPeer> members)
    {
        ArgumentNullException.ThrowIfNull(members);
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
        var from = (int)(_stream.Uniform((uint)place, _step, (uint)sender.Uploads, 0) * Count);
        var (chosen, rarest, receiver) = (-1, int.MaxValue, -1);
        for (var chunk = 0; chunk < _file.Chunks; chunk++)
        {
            if (sender.Has(chunk) && _sets.IsWanted(chunk) && _sets.CopiesOf(chunk) < rarest)
            {
                var found = _sets.FirstWanting(chunk, from, one => IsRoomFor(sender, one));
                (chosen, rarest, receiver) =
                    found < 0 ? (chosen, rarest, receiver) : (chunk, _sets.CopiesOf(chunk), found);
            }
        }

        if (chosen < 0)
        {
            return false;
        }

        _sets.Promise(chosen, receiver);
        sender.Uploads++;
        (sender.Chunk, sender.Receiver, sender.Left) = (chosen, receiver, _file.ChunkWork);
        Begin(place);
        return true;
    }

    private bool IsRoomFor(SwarmMember sender, int receiver)
    {
        var peer = _members[receiver + 1];
        var wanted = Math.Min(sender.Upload, peer.Download);
        return Math.Min(sender.Upload, peer.Download - peer.DownloadUsed) >= Math.Max(1, wanted / LeastShare);
    }

    /// <summary>Goes on with the upload whose end lies furthest away, if the sender has its chunk and is faster.</summary>
    private void TakeOver(int place)
    {
        var helper = _members[place];
        var slowest = -1;
        for (var other = 0; other < _members.Length; other++)
        {
            var sender = _members[other];
            if (
                sender.Receiver >= 0
                && (slowest < 0 || sender.EndsAt > _members[slowest].EndsAt)
                && helper.Has(sender.Chunk)
                && RateFrom(helper, sender) > sender.Rate
            )
            {
                slowest = other;
            }
        }

        if (slowest < 0)
        {
            return;
        }

        var slow = _members[slowest];
        slow.Stop(Simulation.Now);
        _members[slow.Receiver + 1].DownloadUsed -= slow.Rate;
        (helper.Chunk, helper.Receiver, helper.Left) = (slow.Chunk, slow.Receiver, slow.Left);
        slow.Receiver = -1;
        _idle.Remove(place);
        _idle.Add(slowest);
        Begin(place);
    }

    /// <summary>What the receiver of another sender would let through instead.</summary>
    private long RateFrom(SwarmMember helper, SwarmMember sender)
    {
        var receiver = _members[sender.Receiver + 1];
        return Math.Min(helper.Upload, receiver.Download - receiver.DownloadUsed + sender.Rate);
    }

    private void Begin(int place)
    {
        var sender = _members[place];
        var receiver = _members[sender.Receiver + 1];
        var rate = Math.Min(sender.Upload, receiver.Download - receiver.DownloadUsed);
        receiver.DownloadUsed += rate;
        sender.Begin(rate, Simulation.Now);
        if (sender.EndsAt <= SimTime.Horizon)
        {
            Simulation.Schedule(sender.EndsAt, (ulong)place, Customer, place);
        }
    }
}
