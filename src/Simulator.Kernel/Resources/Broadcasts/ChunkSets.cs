using System.Numerics;

namespace Simulator.Kernel.Resources.Broadcasts;

/// <summary>For each chunk who still lacks it and is not being sent it, as bits, and how many have it or are being sent it.</summary>
internal sealed class ChunkSets
{
    private readonly ulong[][] _wanting;
    private readonly int[] _copies;
    private readonly int[] _left;

    public ChunkSets(int chunks, int receivers)
    {
        _wanting = new ulong[chunks][];
        _copies = new int[chunks];
        _left = new int[chunks];
        for (var chunk = 0; chunk < chunks; chunk++)
        {
            _wanting[chunk] = new ulong[(receivers + 63) / 64];
            for (var receiver = 0; receiver < receivers; receiver++)
            {
                _wanting[chunk][receiver >> 6] |= 1UL << (receiver & 63);
            }

            _left[chunk] = receivers;
        }
    }

    /// <summary>Copies of a chunk, those under way included, the source's not.</summary>
    public int CopiesOf(int chunk) => _copies[chunk];

    public bool IsWanted(int chunk) => _left[chunk] > 0;

    /// <summary>A receiver is being sent a chunk from now on.</summary>
    public void Promise(int chunk, int receiver)
    {
        _wanting[chunk][receiver >> 6] &= ~(1UL << (receiver & 63));
        _copies[chunk]++;
        _left[chunk]--;
    }

    /// <summary>Those who want a chunk, from a place on and round about.</summary>
    public IEnumerable<int> Wanting(int chunk, int from)
    {
        var words = _wanting[chunk];
        for (var step = 0; step <= words.Length; step++)
        {
            var word = ((from >> 6) + step) % words.Length;
            var later = ulong.MaxValue << (from & 63);
            var bits = words[word];
            bits &=
                step == 0 ? later
                : step == words.Length ? ~later
                : ulong.MaxValue;
            for (; bits != 0; bits &= bits - 1)
            {
                yield return (word << 6) + BitOperations.TrailingZeroCount(bits);
            }
        }
    }
}
