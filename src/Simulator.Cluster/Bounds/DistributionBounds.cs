using Simulator.Kernel;

namespace Simulator.Cluster.Bounds;

/// <summary>Times below which no way of spreading a file from one source to N receivers can stay.</summary>
/// <remarks>Nothing but the rates limits: no latency, no overhead. Stateless.</remarks>
public static class DistributionBounds
{
    /// <summary>Receivers that upload what they have: max(F / u_s, F / min d_i, N F / (u_s + sum of u_i)).</summary>
    /// <param name="size">F, at least 0.</param>
    /// <param name="source">u_s, above 0: what the source uploads at.</param>
    /// <param name="uploads">u_i of the N receivers, at least 0 each; at least one receiver.</param>
    /// <param name="downloads">d_i of the N receivers, above 0 each; none at all where nothing limits them.</param>
    /// <returns>Seconds; a fluid that is copied without delay reaches it.</returns>
    /// <exception cref="ArgumentException">Not as many downloads as uploads.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    /// <remarks>Source: R. Kumar and K. W. Ross, Peer-assisted file distribution: the minimum distribution time,
    /// <i>IEEE HotWeb</i>, 2006, theorem 1.</remarks>
    public static double Fluid(
        DataSize size,
        DataRate source,
        IReadOnlyCollection<DataRate> uploads,
        IReadOnlyCollection<DataRate> downloads
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(source.BitsPerSecond, 1, nameof(source));
        ArgumentOutOfRangeException.ThrowIfLessThan(uploads.Count, 1, nameof(uploads));
        ArgumentOutOfRangeException.ThrowIfNegative(uploads.Min(rate => rate.BitsPerSecond), nameof(uploads));
        if (downloads.Count > 0 && downloads.Count != uploads.Count)
        {
            throw new ArgumentException(
                $"{downloads.Count} downloads are given for {uploads.Count} receivers.",
                nameof(downloads)
            );
        }

        double bits = size.Bits;
        var together = source.BitsPerSecond + uploads.Sum(rate => (double)rate.BitsPerSecond);
        var bound = Math.Max(bits / source.BitsPerSecond, uploads.Count * bits / together);
        if (downloads.Count > 0)
        {
            var slowest = downloads.Min(rate => rate.BitsPerSecond);
            ArgumentOutOfRangeException.ThrowIfLessThan(slowest, 1, nameof(downloads));
            bound = Math.Max(bound, bits / slowest);
        }

        return bound;
    }

    /// <summary>
    /// M chunks, everybody uploads one at a time at C, and passes on only what is complete: (M + floor(log2 N)) F / (M C).
    /// </summary>
    /// <param name="receivers">N, at least 1.</param>
    /// <param name="size">F, at least 0.</param>
    /// <param name="rate">C, above 0, of source and receivers alike.</param>
    /// <param name="chunks">M, at least 1; with one chunk it is binomial broadcast.</param>
    /// <returns>Seconds; a schedule that knows everything reaches it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    /// <remarks>Source: J. Mundinger, R. Weber and G. Weiss, Optimal scheduling of peer-to-peer file dissemination,
    /// <i>Journal of Scheduling</i> 11, 2008, theorem 1.</remarks>
    public static double Chunked(int receivers, DataSize size, DataRate rate, int chunks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(receivers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rate.BitsPerSecond, 1, nameof(rate));
        ArgumentOutOfRangeException.ThrowIfLessThan(chunks, 1);
        double rounds = (long)chunks + int.Log2(receivers);
        return rounds * size.Bits / ((double)chunks * rate.BitsPerSecond);
    }
}
