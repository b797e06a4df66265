namespace Simulator.Kernel.Calendar;

/// <summary>An unsorted list of wake-ups: a chain of chunks of a <see cref="ChunkPool"/>.</summary>
internal struct ChunkList
{
    public static readonly ChunkList Empty = new() { First = -1, Last = -1 };

    public int First;
    public int Last;
    public int Count;
}
