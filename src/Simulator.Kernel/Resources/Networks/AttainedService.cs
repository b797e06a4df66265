using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Simulator.Kernel.Resources.Networks;

/// <summary>
/// V(t) = V(s) + rate · (t − s): what a flow that never ended would have received. A flow of size x that starts at s is
/// done when V reaches V(s) + x.
/// </summary>
/// <remarks>All in <see cref="FixedPoint"/>. A flow is done when no more than 2^-20 ns of its work is left.</remarks>
[StructLayout(LayoutKind.Auto)]
internal struct AttainedService
{
    private const int SlackBits = 20;

    private long _at;

    public UInt128 Value { get; private set; }

    public UInt128 Rate { get; private set; }

    private readonly UInt128 Reached => Value + (Rate >> SlackBits);

    /// <summary>Brings V up to the instant.</summary>
    public void Attain(long now)
    {
        if (now != _at)
        {
            Value += Rate * (ulong)(now - _at);
            _at = now;
        }
    }

    /// <summary>Another rate from the instant on, up to which V must have been brought.</summary>
    public void Set(UInt128 value, UInt128 rate, long now) => (Value, Rate, _at) = (value, rate, now);

    public readonly bool HasReached(UInt128 target) => target <= Reached;

    /// <summary>The first nanosecond from now at which a target is reached; null where it never is at this rate.</summary>
    public readonly UInt128? TimeTo(UInt128 target) =>
        target <= Reached ? UInt128.Zero
        : Rate == 0 ? null
        : (target - Reached + Rate - 1) / Rate;

    /// <summary>The residual check: who ends now must not have been done more than a nanosecond ago.</summary>
    public readonly void CheckPunctual(UInt128 target, Resource resource)
    {
        if (Value > target && Value - target > Rate)
        {
            throw new UnreachableException(
                $"At {resource.Simulation.Now}: a transfer over {resource} ends later than it was done."
            );
        }
    }
}
