using System.Runtime.CompilerServices;

namespace Simulator.Kernel;

/// <summary>Has customers fetched into the cache before their turn: with many of them, waiting for memory is most of the work.</summary>
/// <remarks>Hints only: nothing is read that could be wrong.</remarks>
internal sealed class LookAhead(AgentRegister register)
{
    private const int CacheLine = 64;
    private const int TypicalSize = 112;

    /// <summary>Who knows where the rows lie.</summary>
    public CustomerTable? Table { get; set; }

    /// <summary>Its turn comes in a while: fetch its place in the register.</summary>
    public void Announce(int customer)
    {
        if (customer < 0)
        {
            CacheHint.Fetch(ref register.Places[~customer]);
        }
    }

    /// <summary>Its turn comes soon: fetch its row, or the object, the wait and the state of its method.</summary>
    public void Approach(int customer, int tag)
    {
        if (customer >= 0)
        {
            Table?.Approach(customer, tag);
            return;
        }

        var agent = register.Places[~customer];
        if (agent is not null)
        {
            ref var place = ref Unsafe.As<ObjectBody>(agent).First;
            CacheHint.Fetch(ref place);
            CacheHint.Fetch(ref Unsafe.AddByteOffset(ref place, CacheLine));
            CacheHint.Fetch(ref Unsafe.AddByteOffset(ref place, TypicalSize));
        }
    }

    /// <summary>Where the fields of any object begin.</summary>
    private sealed class ObjectBody
    {
        public byte First;
    }
}
