using Simulator.Analysis.Fitting.Laws;

namespace Simulator.Analysis.Fitting.Samples;

/// <summary>The distribution of a sample as steps: Kaplan and Meier's estimate where durations had not ended.</summary>
/// <remarks>
/// <para>
/// S(x) = ∏ (1 − dᵢ/rᵢ) over the places up to x, with dᵢ durations that end at a place and rᵢ still under way there.
/// An interval gives its mass to the places inside it as a law does, or to its middle where no law is given: the sample
/// cannot tell. Beyond the last end nothing is known and the steps may stop below 1.
/// </para>
/// <para>Source: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", 1958.</para>
/// </remarks>
public sealed class EmpiricalDistribution
{
    private readonly double[] _places;
    private readonly double[] _before;
    private readonly double[] _after;

    private EmpiricalDistribution(double[] places, double[] before, double[] after) =>
        (_places, _before, _after) = (places, before, after);

    /// <summary>Places with mass, in seconds, ascending, shape [k].</summary>
    public IReadOnlyList<double> Places => _places;

    /// <summary>F at each place, shape [k].</summary>
    public IReadOnlyList<double> Values => _after;

    /// <summary>What of the law is known: F at the last place; below 1 where the longest had not ended.</summary>
    public double Known => _after.Length == 0 ? 0 : _after[^1];

    /// <summary>The mean of what is known.</summary>
    public double Mean
    {
        get
        {
            double sum = 0,
                below = 0;
            for (var place = 0; place < _places.Length; place++)
            {
                sum += _places[place] * (_after[place] - below);
                below = _after[place];
            }

            return below > 0 ? sum / below : 0;
        }
    }

    /// <summary>Estimates the distribution.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="law">How mass lies inside intervals; at their middles where it is null.</param>
    /// <returns>The distribution; O(n log n).</returns>
    public static EmpiricalDistribution Of(DurationSample sample, DurationLaw? law = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var entries = law is null ? [.. sample.Observations.Select(AtMiddle)] : sample.Span;
        var ends = new SortedSet<double>();
        foreach (var entry in entries)
        {
            _ = entry.IsCensored || ends.Add(entry.High);
            _ = entry.IsExact || entry.Low == 0 || ends.Add(entry.Low);
        }

        var places = ends.ToArray();
        var masses = new Masses(places);
        foreach (var entry in entries)
        {
            masses.Add(entry, law);
        }

        return masses.Estimate(law);
    }

    /// <summary>F(x).</summary>
    public double At(double x)
    {
        var place = Array.BinarySearch(_places, x);
        place = place < 0 ? ~place - 1 : place;
        return place < 0 ? 0 : _after[place];
    }

    /// <summary>The least place with F ≥ p; the last one where none is.</summary>
    public double Quantile(double p)
    {
        var place = Array.BinarySearch(_after, p);
        return _places[Math.Min(place < 0 ? ~place : place, _places.Length - 1)];
    }

    /// <summary>D = sup |F̂ − F| over the places with mass.</summary>
    internal double DistanceTo(DurationLaw law)
    {
        var distance = 0.0;
        for (var place = 0; place < _places.Length; place++)
        {
            var value = law.Cdf(_places[place]);
            distance = Math.Max(distance, Math.Abs(_before[place] - value));
            distance = Math.Max(distance, Math.Abs(_after[place] - value));
        }

        return distance;
    }

    private static Observation AtMiddle(Observation entry) =>
        entry.IsCensored ? entry : new Observation(entry.Middle, entry.Middle, entry.Count);

    /// <summary>Mass at each place: known durations, shares of intervals in the gap below it, and what left there.</summary>
    private sealed class Masses(double[] places)
    {
        private readonly double[] _atoms = new double[places.Length];
        private readonly double[] _density = new double[places.Length + 1];
        private readonly double[] _leaving = new double[places.Length + 1];
        private double _atRisk;

        public void Add(Observation entry, DurationLaw? law)
        {
            _atRisk += entry.Count;
            var low = entry.Low == 0 ? 0 : Array.BinarySearch(places, entry.Low) + 1;
            if (entry.IsCensored)
            {
                _leaving[low] += entry.Count;
            }
            else if (entry.IsExact)
            {
                _atoms[low - 1] += entry.Count;
            }
            else
            {
                var high = Array.BinarySearch(places, entry.High);
                var share = entry.Count / Math.Max(law!.Between(entry.Low, entry.High), double.Epsilon * 1e10);
                _density[low] += share;
                _density[high + 1] -= share;
            }
        }

        public EmpiricalDistribution Estimate(DurationLaw? law)
        {
            var steps = new List<(double Place, double Before, double After)>(places.Length);
            double survival = 1,
                density = 0,
                below = 0;
            for (var place = 0; place < places.Length; place++)
            {
                _atRisk -= _leaving[place];
                density += _density[place];
                var spread = density <= 0 ? 0 : density * law!.Between(below, places[place]);
                var before = Step(survival, spread);
                survival = Step(before, _atoms[place]);
                if (spread > 0 || _atoms[place] > 0)
                {
                    steps.Add((places[place], 1 - before, 1 - survival));
                }

                below = places[place];
            }

            return new EmpiricalDistribution(
                [.. steps.Select(step => step.Place)],
                [.. steps.Select(step => step.Before)],
                [.. steps.Select(step => step.After)]
            );
        }

        private double Step(double survival, double mass)
        {
            if (mass <= 0)
            {
                return survival;
            }

            var left = Math.Max(0, 1 - (mass / _atRisk));
            _atRisk -= mass;
            return left < 1e-12 ? 0 : survival * left;
        }
    }
}
