using System.Text;

namespace Simulator.Kernel.Random;

/// <summary>FNV-1a: h ← (h ⊕ byte) · prime over the UTF-8 bytes of a text, from the offset basis.</summary>
/// <remarks>
/// <para>The same on every machine and in every process. Not for cryptography; 32 bits collide by chance at some 77 000 texts.</para>
/// <para>Thread safety: pure functions.</para>
/// <para>Source: G. Fowler, L. C. Noll, K.-P. Vo and D. Eastlake, <i>The FNV non-cryptographic hash algorithm</i>, RFC 9923.</para>
/// </remarks>
public static class Fnv1a
{
    private const uint Basis32 = 0x811C9DC5;
    private const uint Prime32 = 0x01000193;
    private const ulong Basis64 = 0xCBF29CE484222325;
    private const ulong Prime64 = 0x00000100000001B3;

    /// <summary>The 32-bit hash of a text; step ids are made of it.</summary>
    /// <param name="text">Any text, empty included.</param>
    /// <returns>The hash.</returns>
    public static uint Hash32(string text)
    {
        var hash = Basis32;
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ octet) * Prime32);
        }

        return hash;
    }

    /// <summary>The 64-bit hash of a text.</summary>
    /// <param name="text">Any text, empty included.</param>
    /// <returns>The hash.</returns>
    public static ulong Hash64(string text) => Hash64(Encoding.UTF8.GetBytes(text));

    /// <summary>The 64-bit hash of bytes.</summary>
    /// <param name="octets">Any bytes.</param>
    /// <returns>The hash.</returns>
    public static ulong Hash64(ReadOnlySpan<byte> octets)
    {
        var hash = Basis64;
        foreach (var octet in octets)
        {
            hash = unchecked((hash ^ octet) * Prime64);
        }

        return hash;
    }
}
