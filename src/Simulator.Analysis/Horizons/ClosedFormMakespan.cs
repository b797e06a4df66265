using MathNet.Numerics;

namespace Simulator.Analysis.Horizons;

/// <summary>Makespans of N nodes that all start at t = 0, as far as one line tells them.</summary>
/// <remarks>Times in seconds, rates per second. Stateless.</remarks>
public static class ClosedFormMakespan
{
    /// <summary>Exponential durations, nothing shared: E[T] = H_N / μ with H_N = ψ(N + 1) + γ.</summary>
    /// <param name="nodes">N ≥ 1.</param>
    /// <param name="rate">μ &gt; 0, one over the mean duration.</param>
    /// <returns>E[T] in seconds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter outside its range.</exception>
    public static double Exponential(long nodes, double rate)
    {
        Require(nodes, rate);
        return Harmonic(nodes) / rate;
    }

    /// <summary>Exponential durations on c servers: E[T] = (N − c) / (c μ) + H_c / μ for N ≥ c, else H_N / μ.</summary>
    /// <param name="nodes">N ≥ 1.</param>
    /// <param name="servers">c ≥ 1.</param>
    /// <param name="rate">μ &gt; 0, one over the mean duration.</param>
    /// <returns>E[T] in seconds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter outside its range.</exception>
    /// <remarks>While all servers work, departures are c μ apart by memorylessness; the last c end as a maximum of c.</remarks>
    public static double ExponentialOnServers(long nodes, long servers, double rate)
    {
        Require(nodes, rate);
        Require(servers, rate);
        return nodes <= servers
            ? Harmonic(nodes) / rate
            : ((nodes - servers) / (servers * rate)) + (Harmonic(servers) / rate);
    }

    /// <summary>Constant durations on c servers: T = ⌈N/c⌉ S.</summary>
    /// <param name="nodes">N ≥ 1.</param>
    /// <param name="servers">c ≥ 1.</param>
    /// <param name="seconds">S &gt; 0.</param>
    /// <returns>T in seconds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter outside its range.</exception>
    public static double ConstantOnServers(long nodes, long servers, double seconds)
    {
        Require(nodes, seconds);
        Require(servers, seconds);
        return (((nodes - 1) / servers) + 1) * seconds;
    }

    /// <summary>One call a node against a full token bucket: the last grant is at max(0, N − b) / r.</summary>
    /// <param name="nodes">N ≥ 1.</param>
    /// <param name="rate">r &gt; 0 tokens per second.</param>
    /// <param name="burst">b ≥ 0 tokens at the start.</param>
    /// <returns>T in seconds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter outside its range.</exception>
    public static double TokenBucket(long nodes, double rate, double burst)
    {
        Require(nodes, rate);
        return Math.Max(0, nodes - burst) / rate;
    }

    /// <summary>Equal flows that share a link: T = size / min(cap, C / N).</summary>
    /// <param name="nodes">N ≥ 1.</param>
    /// <param name="size">Bytes of each flow, &gt; 0, in the unit of the rates.</param>
    /// <param name="capacity">C &gt; 0 of the link, per second.</param>
    /// <param name="cap">The most that one flow takes, &gt; 0, per second.</param>
    /// <returns>T in seconds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter outside its range.</exception>
    public static double SharedLink(long nodes, double size, double capacity, double cap)
    {
        Require(nodes, size);
        Require(nodes, capacity);
        Require(nodes, cap);
        return size / Math.Min(cap, capacity / nodes);
    }

    private static double Harmonic(long nodes) => SpecialFunctions.DiGamma(nodes + 1.0) + Constants.EulerMascheroni;

    private static void Require(long count, double positive)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (!(positive > 0 && double.IsFinite(positive)))
        {
            throw new ArgumentOutOfRangeException(nameof(positive), positive, "Rates and durations are positive.");
        }
    }
}
