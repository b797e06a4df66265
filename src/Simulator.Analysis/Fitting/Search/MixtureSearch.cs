using MathNet.Numerics;
using Simulator.Analysis.Fitting.Samples;

namespace Simulator.Analysis.Fitting.Search;

/// <summary>Mixtures of lognormal laws by expectation and maximisation, known durations and intervals alike.</summary>
/// <remarks>
/// <para>
/// An interval enters with the moments of the normal law cut to it. Components are added one at a time: of many places and
/// widths the one that raises the likelihood most is the start of the next search. A deviation stays above
/// <see cref="LeastSigma"/>, below which the likelihood of a repeated value would grow without end.
/// </para>
/// <para>
/// Source: A. P. Dempster, N. M. Laird and D. B. Rubin, "Maximum likelihood from incomplete data via the EM algorithm",
/// 1977; N. Vlassis and A. Likas, "A greedy EM algorithm for Gaussian mixture learning", 2002.
/// </para>
/// </remarks>
internal sealed class MixtureSearch
{
    /// <summary>The least deviation of ln x: 0.2 % of a duration.</summary>
    public const double LeastSigma = 0.002;

    private const double Gain = 1e-7;
    private static readonly double[] Widths = [0.5, 0.1, 0.02];
    private static readonly double RootTwoPi = Math.Sqrt(2 * Math.PI);
    private readonly (double Low, double High, double Count)[] _entries;
    private readonly double _total;

    public MixtureSearch(DurationSample sample)
    {
        _total = sample.Total;
        _entries =
        [
            .. sample.Observations.Select(entry =>
                (entry.Low == 0 ? double.NegativeInfinity : Math.Log(entry.Low), Math.Log(entry.High), entry.Count)
            ),
        ];
    }

    /// <summary>Iterates until a round gains less than 10⁻⁷ per observation.</summary>
    public (MixtureComponent[] Components, double LogLikelihood) Iterate(MixtureComponent[] start, int mostRounds)
    {
        var (components, before) = (start, double.NegativeInfinity);
        for (var round = 0; ; round++)
        {
            var (next, likelihood) = Round(components);
            if (round >= mostRounds || likelihood - before < Gain * _total)
            {
                return (components, likelihood);
            }

            (components, before) = (next, likelihood);
        }
    }

    /// <summary>The best component to add, after a short search from each promising place.</summary>
    public MixtureComponent[] Grow(MixtureComponent[] components, IReadOnlyList<double> places)
    {
        const int kept = 4;
        var density = _entries.Select(entry => components.Sum(part => part.Weight * Weigh(entry, part).Mass)).ToArray();
        var spread = components.Max(part => part.Sigma);
        var starts =
            from place in places
            from width in Widths
            let part = new MixtureComponent(0, place, Math.Max(LeastSigma, width * spread))
            let gain = Promise(part, density)
            orderby gain.LogLikelihood descending
            select part with
            {
                Weight = gain.Weight,
            };
        return starts
            .Take(kept)
            .Select(part =>
                Iterate(
                    [.. components.Select(other => other with { Weight = other.Weight * (1 - part.Weight) }), part],
                    40
                )
            )
            .MaxBy(grown => grown.LogLikelihood)
            .Components;
    }

    /// <summary>ln L with a part added at its best weight, the others unchanged.</summary>
    private (double LogLikelihood, double Weight) Promise(MixtureComponent part, double[] density)
    {
        var mass = Array.ConvertAll(_entries, entry => Weigh(entry, part).Mass);
        var (weight, likelihood) = (0.2, 0.0);
        for (var round = 0; round < 6; round++)
        {
            var share = 0.0;
            likelihood = 0;
            for (var place = 0; place < mass.Length; place++)
            {
                var sum = ((1 - weight) * density[place]) + (weight * mass[place]);
                share += _entries[place].Count * weight * mass[place] / sum;
                likelihood += _entries[place].Count * Math.Log(sum);
            }

            weight = Math.Clamp(share / _total, 1e-4, 0.9);
        }

        return (likelihood, weight);
    }

    private (MixtureComponent[] Next, double LogLikelihood) Round(MixtureComponent[] components)
    {
        var sums = new (double Mass, double First, double Second)[components.Length];
        var parts = new (double Mass, double First, double Second)[components.Length];
        var likelihood = 0.0;
        foreach (var entry in _entries)
        {
            var total = 0.0;
            for (var k = 0; k < parts.Length; k++)
            {
                parts[k] = Weigh(entry, components[k]);
                parts[k].Mass *= components[k].Weight;
                total += parts[k].Mass;
            }

            total = Math.Max(total, double.Epsilon * 1e10);
            likelihood += entry.Count * Math.Log(total);
            for (var k = 0; k < parts.Length; k++)
            {
                var share = entry.Count * parts[k].Mass / total;
                sums[k].Mass += share;
                sums[k].First += share * parts[k].First;
                sums[k].Second += share * parts[k].Second;
            }
        }

        return ([.. components.Select((part, k) => Updated(part, sums[k]))], likelihood);
    }

    private MixtureComponent Updated(MixtureComponent part, (double Mass, double First, double Second) sums)
    {
        if (sums.Mass < 1e-9 * _total)
        {
            return part with { Weight = 1e-9 };
        }

        var move = sums.First / sums.Mass;
        var variance = Math.Max(0, (sums.Second / sums.Mass) - (move * move));
        return new MixtureComponent(
            sums.Mass / _total,
            part.Mu + (part.Sigma * move),
            Math.Max(LeastSigma, part.Sigma * Math.Sqrt(variance))
        );
    }

    /// <summary>Density or probability under a component, with the first two moments of z = (y − μ)/σ given the entry.</summary>
    private static (double Mass, double First, double Second) Weigh(
        (double Low, double High, double Count) entry,
        MixtureComponent part
    )
    {
        var high = (entry.High - part.Mu) / part.Sigma;
        if (entry.Low == entry.High)
        {
            return (Density(high) / part.Sigma, high, high * high);
        }

        var low = (entry.Low - part.Mu) / part.Sigma;
        var mass = low > 0 ? Tail(low) - Tail(high) : Tail(-high) - Tail(-low);
        if (mass < 1e-300)
        {
            var edge = Math.Abs(low) < Math.Abs(high) ? low : high;
            return (0, edge, edge * edge);
        }

        double below = Density(low),
            above = Density(high);
        var second = 1 + (((below == 0 ? 0 : low * below) - (above == 0 ? 0 : high * above)) / mass);
        return (mass, (below - above) / mass, Math.Max(0, second));
    }

    private static double Density(double z) => Math.Exp(-0.5 * z * z) / RootTwoPi;

    private static double Tail(double z) => 0.5 * SpecialFunctions.Erfc(z / Constants.Sqrt2);
}
