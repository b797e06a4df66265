namespace Simulator.Kernel;

/// <summary>
/// The agents of a simulation by address. Places of finished processes are lent again, so that the register grows with
/// the processes that live, not with those that ever lived.
/// </summary>
/// <remarks>
/// A place keeps counting tags where its last process stopped: a wake-up meant for a former tenant carries a tag that
/// no later one waits for (for 2^32 waits). Agents that stay never get a used place, so their order is that of birth.
/// </remarks>
internal sealed class AgentRegister
{
    private Agent?[] _agents = new Agent?[64];
    private int[] _nextTags = new int[64];
    private int[] _free = new int[64];
    private int _used;
    private int _freeCount;

    /// <summary>The tenant of a place, if there is one.</summary>
    public Agent? this[int customer] => _agents[~customer];

    /// <summary>The agents that live, in the order of their places.</summary>
    public IEnumerable<Agent> Living => _agents.Take(_used).OfType<Agent>();

    /// <summary>The array itself, for looking ahead.</summary>
    public Agent?[] Places => _agents;

    public int Add(Agent agent)
    {
        if (_used == _agents.Length)
        {
            Array.Resize(ref _agents, _used * 2);
            Array.Resize(ref _nextTags, _used * 2);
        }

        _agents[_used] = agent;
        return ~_used++;
    }

    public int Lend(Agent agent, out int firstTag)
    {
        if (_freeCount == 0)
        {
            firstTag = 0;
            return Add(agent);
        }

        var place = _free[--_freeCount];
        _agents[place] = agent;
        firstTag = _nextTags[place];
        return ~place;
    }

    public void TakeBack(int customer, int nextTag)
    {
        var place = ~customer;
        _agents[place] = null;
        _nextTags[place] = nextTag;
        if (_freeCount == _free.Length)
        {
            Array.Resize(ref _free, _freeCount * 2);
        }

        _free[_freeCount++] = place;
    }
}
