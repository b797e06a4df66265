using Simulator.Kernel.Random;

namespace Simulator.Kernel.Resources.Broadcasts;

/// <summary>
/// Synchronous push gossip: in each round everybody who knows calls one of the other N − 1, chosen uniformly; who is called
/// knows in the next round. About log2 N + ln N rounds.
/// </summary>
/// <remarks>
/// <para>The choice is keyed by (node, hash of the name, round, 0). O(calls) per round; the last round informs the last.</para>
/// <para>Source: A. Frieze and G. Grimmett, The shortest-path problem for graphs with random arc-lengths, <i>Discrete
/// Applied Mathematics</i> 10, 1985; B. Pittel, On spreading a rumor, <i>SIAM J. Appl. Math.</i> 47(1), 1987.</para>
/// </remarks>
public sealed class PushGossip : Receivers
{
    private readonly SimTime _period;
    private readonly StreamKey _stream;
    private readonly uint _step;
    private readonly List<int> _informed = [];

    /// <summary>N nodes that know nothing; nothing moves before <see cref="Start"/>.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="nodes">N, at least 1.</param>
    /// <param name="period">Time of a round, above 0.</param>
    /// <param name="stream">The random numbers of the replication.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public PushGossip(Simulation simulation, string name, int nodes, SimTime period, StreamKey stream)
        : base(simulation, name, nodes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period.Nanoseconds, 1, nameof(period));
        (_period, _stream, _step) = (period, stream, Fnv1a.Hash32(name));
    }

    /// <summary>Rounds so far.</summary>
    public int Rounds { get; private set; }

    /// <summary>A node knows from now on; the first call is one period later.</summary>
    /// <param name="node">From 0 to N − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such node.</exception>
    public void Start(int node)
    {
        CheckReceiver(node);
        var isFirst = _informed.Count == 0;
        Inform(node);
        if (isFirst && !IsOver)
        {
            ScheduleRound();
        }
    }

    /// <summary>A round ends: who was called knows.</summary>
    /// <inheritdoc/>
    protected internal override void Wake(int tag)
    {
        Rounds++;
        var callers = _informed.Count;
        for (var index = 0; index < callers; index++)
        {
            var caller = _informed[index];
            var other = (int)(_stream.Uniform((uint)caller, _step, (uint)Rounds, 0) * (Count - 1));
            Inform(other < caller ? other : other + 1);
        }

        if (!IsOver)
        {
            ScheduleRound();
        }
    }

    private void Inform(int node)
    {
        if (!HasAll(node))
        {
            _informed.Add(node);
            Finish(node);
        }
    }

    private void ScheduleRound() => Simulation.Schedule(Simulation.Now + _period, 0, Customer, 0);
}
