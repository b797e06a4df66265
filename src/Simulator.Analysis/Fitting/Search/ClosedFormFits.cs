using Simulator.Analysis.Fitting.Laws;
using Simulator.Analysis.Fitting.Samples;

namespace Simulator.Analysis.Fitting.Search;

/// <summary>Laws whose ends are those of the sample, so that no search is needed: Pareto and uniform, for known durations.</summary>
internal static class ClosedFormFits
{
    /// <summary>m = least value, α = n / Σ ln(x/m); ln α̂ has standard error 1/√n.</summary>
    public static FittedLaw? Pareto(DurationSample sample)
    {
        var least = sample.Observations[0].High;
        var logs = sample.Observations.Sum(entry => entry.Count * Math.Log(entry.High / least));
        if (logs <= 0)
        {
            return null;
        }

        var shape = sample.Total / logs;
        var half = 1.959963984540054 / Math.Sqrt(sample.Total);
        return FittedLaw.Judge(
            new ParetoLaw(shape, least),
            [
                new("shape", shape, shape * Math.Exp(-half), shape * Math.Exp(half), ParameterDimension.Number),
                new("scale", least, null, null, ParameterDimension.Time),
            ],
            sample
        );
    }

    /// <summary>a and b are the least and the greatest value.</summary>
    public static FittedLaw? Uniform(DurationSample sample)
    {
        var (least, greatest) = (sample.Observations[0].High, sample.Observations[^1].High);
        return least >= greatest
            ? null
            : FittedLaw.Judge(
                new UniformLaw(least, greatest),
                [
                    new("min", least, null, null, ParameterDimension.Time),
                    new("max", greatest, null, null, ParameterDimension.Time),
                ],
                sample
            );
    }
}
