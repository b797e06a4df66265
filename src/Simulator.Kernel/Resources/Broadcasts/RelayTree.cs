namespace Simulator.Kernel.Resources.Broadcasts;

/// <summary>
/// A file in M chunks down a tree in which everybody forwards to d children: receiver i gets it from the source where
/// i &lt; d, else from receiver i/d − 1. With d = 1 it is a chain: T = (N + M − 1) F / (M C).
/// </summary>
/// <remarks>
/// <para>
/// Everybody uploads one chunk at a time, at rate C: the first chunk to each child in turn, then the second, as soon as it
/// has all of it (store and forward). Downloads are no limit. O(1) per chunk and receiver.
/// </para>
/// <para>Source: pipelined broadcast in trees as in S. L. Johnsson and C.-T. Ho, Optimum broadcasting and personalized
/// communication in hypercubes, <i>IEEE Trans. Computers</i> 38(9), 1989.</para>
/// </remarks>
public sealed class RelayTree : Receivers
{
    private readonly int _fanOut;
    private readonly int _chunks;
    private readonly RelayPlan _plan;

    /// <summary>Chunks that each has; place 0 is the source.</summary>
    private readonly int[] _has;

    /// <summary>Chunks that each has sent, all children together.</summary>
    private readonly long[] _sent;

    /// <summary>The end of what each sends, or last sent, in chunk times since the start: rounded but once.</summary>
    private readonly long[] _ends;
    private readonly bool[] _isSending;
    private SimTime _startedAt;

    /// <summary>A tree in which only the source has the file; nothing moves before <see cref="Start"/>.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="receivers">N, at least 1.</param>
    /// <param name="plan">d, M and C.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public RelayTree(Simulation simulation, string name, int receivers, RelayPlan plan)
        : base(simulation, name, receivers)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.FanOut, 1, nameof(plan));
        (_plan, _fanOut, _chunks) = (plan, plan.FanOut, plan.File.Chunks);
        _ = plan.File.TimeOf(plan.Rate);
        _has = new int[receivers + 1];
        _sent = new long[receivers + 1];
        _ends = new long[receivers + 1];
        _isSending = new bool[receivers + 1];
    }

    /// <summary>The source begins to send, now.</summary>
    /// <exception cref="InvalidOperationException">It has begun before.</exception>
    public void Start()
    {
        if (_has[0] > 0)
        {
            throw new InvalidOperationException($"At {Simulation.Now}: '{Name}' is started twice.");
        }

        _has[0] = _chunks;
        _startedAt = Simulation.Now;
        SendNext(0, 0);
    }

    /// <summary>A chunk has arrived at a child of the sender.</summary>
    /// <inheritdoc/>
    protected internal override void Wake(int tag)
    {
        var child = FirstChild(tag) + (int)(_sent[tag] % ChildrenOf(tag));
        _sent[tag]++;
        _isSending[tag] = false;
        _has[child]++;
        if (_has[child] == _chunks)
        {
            Finish(child - 1);
        }

        var now = _ends[tag];
        SendNext(tag, now);
        SendNext(child, now);
    }

    private void SendNext(int sender, long now)
    {
        var children = ChildrenOf(sender);
        if (!_isSending[sender] && children > 0 && _sent[sender] < (long)_has[sender] * children)
        {
            _isSending[sender] = true;
            _ends[sender] = now + 1;
            var at = _startedAt + _plan.File.TimeOf(_plan.Rate, now + 1);
            Simulation.Schedule(at, (ulong)sender, Customer, sender);
        }
    }

    private int FirstChild(int sender) => (int)Math.Min(((long)sender * _fanOut) + 1, int.MaxValue);

    private int ChildrenOf(int sender) => Math.Clamp(Count + 1 - FirstChild(sender), 0, _fanOut);
}
