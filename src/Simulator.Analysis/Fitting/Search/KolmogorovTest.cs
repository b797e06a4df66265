using Simulator.Analysis.Fitting.Laws;
using Simulator.Analysis.Fitting.Samples;

namespace Simulator.Analysis.Fitting.Search;

/// <summary>P(D* ≥ D) for a law with fitted parameters, by parametric bootstrap.</summary>
/// <remarks>
/// <para>
/// Kolmogorov's own table is for parameters known beforehand and would accept almost anything. Samples are drawn from
/// the law, fitted anew and measured; an interval keeps its width and phase, and where durations had not ended, the time
/// of looking is drawn from Kaplan and Meier's estimate of it. Large samples are replaced by a subsample without
/// repetition, because with enough data every law is rejected.
/// </para>
/// <para>
/// Source: W. Stute, W. González Manteiga and M. Presedo Quindimil, "Bootstrap based goodness-of-fit-tests", 1993;
/// B. Efron, "Censored data and the bootstrap", 1981.
/// </para>
/// </remarks>
internal sealed class KolmogorovTest
{
    /// <summary>The largest subsample.</summary>
    public const int MostValues = 2_000;

    private const int Rounds = 99;
    private readonly Func<int, int, double> _uniform;
    private readonly Observation[] _units;
    private readonly EmpiricalDistribution? _looks;
    private readonly double _width;

    /// <summary>Takes a sample.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="uniform">Independent uniform numbers in (0, 1) by round and place.</param>
    public KolmogorovTest(DurationSample sample, Func<int, int, double> uniform)
    {
        _uniform = uniform;
        _units = Units(sample);
        _width = _units.Where(unit => !unit.IsCensored).Select(unit => unit.High - unit.Low).DefaultIfEmpty(0).Max();
        _looks = Array.Exists(_units, unit => unit.IsCensored)
            ? EmpiricalDistribution.Of(Built(_units.Select(Reversed)))
            : null;
    }

    /// <summary>The share of drawn samples that lie farther from their law than this one from its.</summary>
    /// <param name="refit">Fits the law's family to a sample; null where it cannot.</param>
    /// <returns>A multiple of 1/100 in (0, 1]; null where the subsample cannot be fitted.</returns>
    public double? PValue(Func<DurationSample, DurationLaw?> refit)
    {
        var own = Built(_units);
        if (refit(own) is not { } law)
        {
            return null;
        }

        var distance = FittedLaw.DistanceOf(law, own);
        var farther = 1;
        for (var round = 1; round <= Rounds; round++)
        {
            var drawn = Built(Drawn(law, round));
            farther += refit(drawn) is { } other && FittedLaw.DistanceOf(other, drawn) < distance ? 0 : 1;
        }

        return farther / (Rounds + 1.0);
    }

    private IEnumerable<Observation> Drawn(DurationLaw law, int round)
    {
        for (var place = 0; place < _units.Length; place++)
        {
            var value = Math.Max(law.Draw(_uniform(round, 2 * place)), 1e-9);
            var unit = _units[place];
            if (_looks is not null && LookAt(_uniform(round, (2 * place) + 1)) is var look && look < value)
            {
                yield return new Observation(look, double.PositiveInfinity);
            }
            else if (_width == 0)
            {
                yield return new Observation(value, value);
            }
            else
            {
                var phase = unit.IsCensored ? unit.Low : unit.High;
                var high = phase + (_width * Math.Ceiling((value - phase) / _width));
                yield return new Observation(Math.Max(0, high - _width), Math.Max(high, value));
            }
        }
    }

    private double LookAt(double p) => p <= _looks!.Known ? _looks.Quantile(p) : double.PositiveInfinity;

    private static Observation Reversed(Observation unit) =>
        unit.IsCensored
            ? new Observation(Math.Max(unit.Low, 1e-9), Math.Max(unit.Low, 1e-9))
            : new Observation(unit.Middle, double.PositiveInfinity);

    private static DurationSample Built(IEnumerable<Observation> units)
    {
        var builder = new DurationSampleBuilder();
        foreach (var unit in units)
        {
            builder.Add(unit.Low, unit.High);
        }

        return builder.Build();
    }

    /// <summary>All observations one by one, or some of them by R. W. Floyd's choice without repetition.</summary>
    private Observation[] Units(DurationSample sample)
    {
        var total = (long)Math.Round(sample.Total);
        var chosen = new SortedSet<long>();
        for (var last = Math.Max(0, total - MostValues); last < total; last++)
        {
            var pick = Math.Min(last, (long)(_uniform(0, chosen.Count) * (last + 1)));
            _ = chosen.Add(total <= MostValues ? last : pick) || chosen.Add(last);
        }

        var units = new List<Observation>(chosen.Count);
        using var next = chosen.GetEnumerator();
        var isMore = next.MoveNext();
        var reached = 0.0;
        foreach (var entry in sample.Observations)
        {
            for (reached += entry.Count; isMore && next.Current < reached - 0.5; isMore = next.MoveNext())
            {
                units.Add(entry with { Count = 1 });
            }
        }

        return [.. units];
    }
}
