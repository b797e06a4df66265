namespace Simulator.Kernel.ServiceCenters;

/// <summary>
/// V(t) = ∫ speed dt: what a customer would have received that was in service all the time. One that starts at s with work
/// x is done when V reaches V(s) + x, so a change of speed costs the same however many are in service.
/// </summary>
/// <remarks>
/// <para>Whole numbers of 2^-44 ns, at a speed rounded up once to 2^-44: no drift, and at speed 1 whole nanoseconds.</para>
/// <para>Source: egalitarian processor sharing as in L. Kleinrock, <i>Queueing Systems</i> vol. 2, 1976, section 4.4.</para>
/// </remarks>
internal struct AttainedService
{
    public const ulong SpeedOne = 1UL << Bits;

    private const int Bits = 44;
    private ulong _speed;
    private long _since;

    /// <summary>V at the last call of <see cref="Attain"/>.</summary>
    public UInt128 Value { get; private set; }

    public static UInt128 Of(SimTime work) => (UInt128)(ulong)work.Nanoseconds << Bits;

    /// <summary>The work that 2^-44 ns make, rounded up.</summary>
    public static SimTime ToTime(UInt128 work) => new((long)((work + (SpeedOne - 1)) >> Bits));

    /// <summary>Brings V up to an instant.</summary>
    public void Attain(SimTime now)
    {
        if (now.Nanoseconds != _since)
        {
            Value += Math.BigMul(_speed, (ulong)(now.Nanoseconds - _since));
            _since = now.Nanoseconds;
        }
    }

    /// <summary>Changes the speed from the instant attained on.</summary>
    public void SetSpeed(ulong speed) => _speed = speed;

    /// <summary>Nobody is in service: V may begin at 0 again.</summary>
    public void Restart() => Value = 0;

    /// <summary>⌈(target − V) / speed⌉ in nanoseconds; the speed must not be 0.</summary>
    public readonly Int128 TimeTo(UInt128 target)
    {
        var left = target > Value ? target - Value : 0;
        return (Int128)(_speed == SpeedOne ? (left + (SpeedOne - 1)) >> Bits : (left + (_speed - 1)) / _speed);
    }
}
