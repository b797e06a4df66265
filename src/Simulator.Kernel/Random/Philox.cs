using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Simulator.Kernel.Random;

/// <summary>
/// Philox4x32-10: a bijection of 128-bit counters chosen by a 64-bit key; ten rounds of
/// (c0, c1, c2, c3) → (hi(M1·c2) ⊕ c1 ⊕ k0, lo(M1·c2), hi(M0·c0) ⊕ c3 ⊕ k1, lo(M0·c0)).
/// </summary>
/// <remarks>
/// <para>Thread safety: pure functions. Not for cryptography.</para>
/// <para>
/// Source: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, Parallel random numbers: as easy as 1, 2, 3,
/// <i>SC11</i>, 2011, section 3.3.
/// </para>
/// </remarks>
public static class Philox
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint KeyStep0 = 0x9E3779B9;
    private const uint KeyStep1 = 0xBB67AE85;
    private const int Rounds = 10;
    private const int Lanes = 4;

    /// <summary>The 128 bits that belong to a counter under a key.</summary>
    /// <param name="c0">Counter word 0.</param>
    /// <param name="c1">Counter word 1.</param>
    /// <param name="c2">Counter word 2.</param>
    /// <param name="c3">Counter word 3.</param>
    /// <param name="k0">Key word 0.</param>
    /// <param name="k1">Key word 1.</param>
    /// <returns>Four words, word 0 first, in the order of the published known answers.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (uint Word0, uint Word1, uint Word2, uint Word3) Block(
        uint c0,
        uint c1,
        uint c2,
        uint c3,
        uint k0,
        uint k1
    )
    {
        unchecked
        {
            for (var round = 0; round < Rounds; round++)
            {
                var product0 = (ulong)Multiplier0 * c0;
                var product1 = (ulong)Multiplier1 * c2;
                c0 = (uint)(product1 >> 32) ^ c1 ^ k0;
                c1 = (uint)product1;
                c2 = (uint)(product0 >> 32) ^ c3 ^ k1;
                c3 = (uint)product0;
                k0 += KeyStep0;
                k1 += KeyStep1;
            }

            return (c0, c1, c2, c3);
        }
    }

    /// <summary>u = (⌊(w0·2³² + w1)/2¹²⌋ + 1/2) · 2⁻⁵²: the number in (0, 1) that two words stand for.</summary>
    /// <param name="w0">The more significant word.</param>
    /// <param name="w1">The less significant word.</param>
    /// <returns>One of 2⁵² equally spaced values, symmetric about 1/2, from 2⁻⁵³ to 1 − 2⁻⁵³; 1 − u is exact.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToUniform(uint w0, uint w1) =>
        BitConverter.UInt64BitsToDouble(OneBits | ((ulong)w0 << 20) | (w1 >> 12)) - OneLessHalfStep;

    private const ulong OneBits = 0x3FF0_0000_0000_0000;
    private const double OneLessHalfStep = 1 - 1.1102230246251565e-16; // 1 − 2^-53; the difference above is exact

    /// <summary>
    /// The first uniform number of a run of counters whose word 3 counts up:
    /// <c>destination[i] = ToUniform(words 0 and 1 of Block(c0, c1, c2, firstC3 + i, k0, k1))</c>, bit for bit.
    /// </summary>
    /// <param name="counter">Counter words 0, 1, 2 and the first word 3; word 3 must not pass 2³² − 1 in the run.</param>
    /// <param name="k0">Key word 0.</param>
    /// <param name="k1">Key word 1.</param>
    /// <param name="destination">Shape [n]; receives numbers in (0, 1).</param>
    /// <exception cref="ArgumentException">The run leaves the 32 bits of word 3.</exception>
    public static void Fill(
        (uint C0, uint C1, uint C2, uint FirstC3) counter,
        uint k0,
        uint k1,
        Span<double> destination
    )
    {
        if ((ulong)counter.FirstC3 + (ulong)destination.Length > 1UL << 32)
        {
            throw new ArgumentException(
                $"A run of {destination.Length} counters from {counter.FirstC3} leaves 32 bits.",
                nameof(destination)
            );
        }

        var i = 0;
        if (Avx2.IsSupported)
        {
            for (; i <= destination.Length - Lanes; i += Lanes)
            {
                FourLanes(counter with { FirstC3 = unchecked(counter.FirstC3 + (uint)i) }, k0, k1)
                    .CopyTo(destination[i..]);
            }
        }

        for (; i < destination.Length; i++)
        {
            var block = Block(counter.C0, counter.C1, counter.C2, unchecked(counter.FirstC3 + (uint)i), k0, k1);
            destination[i] = ToUniform(block.Word0, block.Word1);
        }
    }

    /// <summary>Four counters at once, each word in the lower half of a 64-bit lane; upper halves may hold rubbish.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> FourLanes((uint C0, uint C1, uint C2, uint FirstC3) counter, uint k0, uint k1)
    {
        unchecked
        {
            var c0 = Vector256.Create((ulong)counter.C0);
            var c1 = Vector256.Create((ulong)counter.C1);
            var c2 = Vector256.Create((ulong)counter.C2);
            var c3 = Vector256.Create((ulong)counter.FirstC3) + Vector256.Create(0UL, 1, 2, 3);
            var key0 = Vector256.Create((ulong)k0);
            var key1 = Vector256.Create((ulong)k1);
            for (var round = 0; round < Rounds; round++)
            {
                var product0 = Avx2.Multiply(c0.AsUInt32(), Vector256.Create((ulong)Multiplier0).AsUInt32());
                var product1 = Avx2.Multiply(c2.AsUInt32(), Vector256.Create((ulong)Multiplier1).AsUInt32());
                c0 = (product1 >>> 32) ^ c1 ^ key0;
                c1 = product1;
                c2 = (product0 >>> 32) ^ c3 ^ key1;
                c3 = product0;
                key0 += Vector256.Create((ulong)KeyStep0);
                key1 += Vector256.Create((ulong)KeyStep1);
            }

            var fraction = ((c0 << 32) >>> 12) | ((c1 << 32) >>> 44);
            return (fraction | Vector256.Create(OneBits)).AsDouble() - Vector256.Create(OneLessHalfStep);
        }
    }
}
