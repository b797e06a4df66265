using Simulator.Analysis.Fitting.Laws;
using Simulator.Analysis.Fitting.Samples;

namespace Simulator.Analysis.Fitting.Search;

/// <summary>A family of laws with a smooth likelihood: where the search starts and what a place of the search means.</summary>
/// <param name="Parameters">Its parameters; positive ones are searched by their logarithm.</param>
/// <param name="Start">A place near the best one.</param>
/// <param name="Make">The law at given parameters.</param>
internal sealed record LawFamily(
    IReadOnlyList<LawParameter> Parameters,
    Func<DurationSample, double[]> Start,
    Func<double[], DurationLaw> Make
)
{
    private static readonly LawParameter Mean = new("mean", ParameterDimension.Time);
    private static readonly LawParameter Shape = new("shape", ParameterDimension.Number);

    public static LawFamily Exponential { get; } =
        new([Mean], sample => [Math.Log(sample.MiddleMean())], values => new ExponentialLaw(values[0]));

    public static LawFamily Lognormal { get; } =
        new(
            [new("mu", ParameterDimension.LogTime, IsPositive: false), new("sigma", ParameterDimension.Number)],
            sample => [sample.LogMoments().Mean, Math.Log(Spread(sample))],
            values => new LognormalLaw(values[0], values[1])
        );

    public static LawFamily Gamma { get; } =
        new(
            [Mean, new("cv", ParameterDimension.Number)],
            sample => [Math.Log(sample.MiddleMean()), Math.Log(Math.Min(2, Spread(sample)))],
            values => new GammaLaw(1 / (values[1] * values[1]), values[0])
        );

    /// <summary>Starts at the moments of ln X: deviation π/(k√6), mean ln λ − γ/k with Euler's γ.</summary>
    public static LawFamily Weibull { get; } =
        new(
            [Shape, new("scale", ParameterDimension.Time)],
            sample =>
            {
                var shape = Math.PI / (Math.Sqrt(6) * Spread(sample));
                return [Math.Log(shape), sample.LogMoments().Mean + (0.5772 / shape)];
            },
            values => new WeibullLaw(values[0], values[1])
        );

    public static IReadOnlyList<LawFamily> All { get; } = [Lognormal, Gamma, Weibull, Exponential];

    public double[] ValuesAt(double[] place) =>
        [.. Parameters.Select((parameter, index) => parameter.FromPlace(place[index]))];

    public DurationLaw LawAt(double[] place) => Make(ValuesAt(place));

    private static double Spread(DurationSample sample) => Math.Max(1e-4, sample.LogMoments().Deviation);
}
