using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Simulator.Kernel.Random;

/// <summary>
/// The key of one replication's random numbers: words 0 and 1 of
/// Philox(counter = (replication low, replication high, 0x52455031, 0), key = (seed low, seed high)).
/// </summary>
/// <param name="Word0">Key word 0 of every draw.</param>
/// <param name="Word1">Key word 1 of every draw.</param>
/// <remarks>
/// <para>
/// A draw is a function of (seed, replication, node, step, attempt, draw) and of nothing else: not of the order of
/// events, the threads or the strategy. Two scenarios with one seed therefore share their random numbers.
/// </para>
/// <para>Thread safety: immutable. The default value is a valid key that no seed is promised to give.</para>
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StreamKey(uint Word0, uint Word1)
{
    private const uint Purpose = 0x52455031; // "REP1"

    /// <summary>Derives the key of a replication.</summary>
    /// <param name="seed">The scenario's seed, any 64 bits.</param>
    /// <param name="replication">The index of the replication, any 64 bits.</param>
    /// <returns>The key.</returns>
    public static StreamKey Derive(ulong seed, ulong replication)
    {
        unchecked
        {
            var block = Philox.Block(
                (uint)replication,
                (uint)(replication >> 32),
                Purpose,
                0,
                (uint)seed,
                (uint)(seed >> 32)
            );
            return new StreamKey(block.Word0, block.Word1);
        }
    }

    /// <summary>The uniform number of one draw.</summary>
    /// <param name="node">Index of the node, from 0.</param>
    /// <param name="step">Hash of the step's path (<see cref="Fnv1a.Hash32"/>), never its position.</param>
    /// <param name="attempt">Number of the attempt, from 1.</param>
    /// <param name="draw">Number of the draw within the attempt, from 0.</param>
    /// <returns>A multiple of 2⁻⁵³ in (0, 1), see <see cref="Philox.ToUniform"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Uniform(uint node, uint step, uint attempt, uint draw)
    {
        var block = Philox.Block(draw, attempt, step, node, Word0, Word1);
        return Philox.ToUniform(block.Word0, block.Word1);
    }

    /// <summary>Both independent uniform numbers of one draw; the first is that of <see cref="Uniform"/>.</summary>
    /// <param name="node">Index of the node, from 0.</param>
    /// <param name="step">Hash of the step's path (<see cref="Fnv1a.Hash32"/>), never its position.</param>
    /// <param name="attempt">Number of the attempt, from 1.</param>
    /// <param name="draw">Number of the draw within the attempt, from 0.</param>
    /// <returns>Two multiples of 2⁻⁵³ in (0, 1).</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (double First, double Second) UniformPair(uint node, uint step, uint attempt, uint draw)
    {
        var block = Philox.Block(draw, attempt, step, node, Word0, Word1);
        return (Philox.ToUniform(block.Word0, block.Word1), Philox.ToUniform(block.Word2, block.Word3));
    }

    /// <summary>
    /// The uniform numbers of consecutive nodes:
    /// <c>destination[i] = Uniform(firstNode + i, step, attempt, draw)</c>, bit for bit, several at once.
    /// </summary>
    /// <param name="firstNode">Index of the first node, from 0.</param>
    /// <param name="step">Hash of the step's path.</param>
    /// <param name="attempt">Number of the attempt, from 1.</param>
    /// <param name="draw">Number of the draw within the attempt, from 0.</param>
    /// <param name="destination">Shape [n]; receives numbers in (0, 1).</param>
    /// <exception cref="ArgumentException">A node's index would pass 2³² − 1.</exception>
    public void Uniforms(uint firstNode, uint step, uint attempt, uint draw, Span<double> destination) =>
        Philox.Fill((draw, attempt, step, firstNode), Word0, Word1, destination);
}
