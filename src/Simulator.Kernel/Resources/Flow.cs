namespace Simulator.Kernel.Resources;

/// <summary>A transfer under way: done when the link's attained service reaches its target.</summary>
internal readonly record struct Flow(UInt128 Target, ulong Key, int Customer, int Tag)
{
    public bool IsBefore(in Flow other) => Target < other.Target;
}
