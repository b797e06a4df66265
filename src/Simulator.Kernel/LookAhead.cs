using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Simulator.Kernel;

/// <summary>Fetches agents into the cache before their turn: with many of them, waiting for memory is most of the work.</summary>
/// <remarks>Hints to the processor only: nothing is read that could be wrong, and elsewhere than on x86 nothing is done.</remarks>
internal sealed unsafe class LookAhead(AgentRegister register)
{
    private const int CacheLine = 64;
    private const int TypicalSize = 112;

    /// <summary>Its turn comes in a while: fetch its place in the register.</summary>
    public void Announce(int customer)
    {
        if (customer < 0 && Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref register.Places[~customer]));
        }
    }

    /// <summary>Its turn comes soon: fetch the object, the wait and the state of its method.</summary>
    public void Approach(int customer)
    {
        if (customer < 0 && Sse.IsSupported)
        {
            // the collector may move the object meanwhile: then the hint is for nothing
            var address = (byte*)Unsafe.As<Agent?, nint>(ref register.Places[~customer]);
            Sse.Prefetch0(address);
            Sse.Prefetch0(address + CacheLine);
            Sse.Prefetch0(address + TypicalSize);
        }
    }
}
