using System.Runtime.Intrinsics;

namespace Simulator.Kernel.Random.Numerics;

/// <summary>Products and sums with one number, over spans of one length; in place where both are the same memory.</summary>
internal static class Affine
{
    /// <summary>results[i] = factor · x[i].</summary>
    public static void Multiply(double factor, ReadOnlySpan<double> x, Span<double> results)
    {
        Require.SameLength(x.Length, results.Length);
        var i = 0;
        for (; i <= x.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            (Vector256.Create(x[i..]) * factor).CopyTo(results[i..]);
        }

        for (; i < x.Length; i++)
        {
            results[i] = factor * x[i];
        }
    }

    /// <summary>results[i] = offset + (factor · x[i]), rounded twice.</summary>
    public static void MultiplyAdd(double offset, double factor, ReadOnlySpan<double> x, Span<double> results)
    {
        Require.SameLength(x.Length, results.Length);
        var i = 0;
        for (; i <= x.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            (Vector256.Create(offset) + (Vector256.Create(x[i..]) * factor)).CopyTo(results[i..]);
        }

        for (; i < x.Length; i++)
        {
            results[i] = offset + (factor * x[i]);
        }
    }
}
