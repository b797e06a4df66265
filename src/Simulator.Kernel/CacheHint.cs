using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Simulator.Kernel;

/// <summary>Asks the processor to fetch memory that will be used soon: with many customers, waiting for it is most of the work.</summary>
/// <remarks>A hint only: it reads nothing, cannot fail, and does nothing elsewhere than on x86.</remarks>
public static unsafe class CacheHint
{
    /// <summary>Fetches the line of 64 bytes in which a value lies.</summary>
    /// <typeparam name="T">What lies there.</typeparam>
    /// <param name="place">The value; if the collector moves it meanwhile, the hint is for nothing.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch<T>(ref T place)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref place));
        }
    }
}
