using Simulator.Analysis.Fitting.Laws;

namespace Simulator.Reporting.Fits;

/// <summary>A fitted law as the value of <c>takes</c> in a scenario.</summary>
internal static class LawSpelling
{
    /// <summary>The text; an empirical law names its file in the same folder.</summary>
    /// <param name="law">The law.</param>
    /// <param name="name">The name of the step in the scenario.</param>
    public static string Of(DurationLaw law, string name) =>
        law switch
        {
            ConstantLaw constant => Spelling.Duration(constant.Value),
            ExponentialLaw exponential => $"{{ exponential: {{ mean: {Spelling.Duration(exponential.Mean)} }} }}",
            LognormalLaw lognormal => Lognormal(lognormal),
            GammaLaw gamma =>
                $"{{ gamma: {{ mean: {Spelling.Duration(gamma.Mean)}, cv: {Spelling.Number(1 / Math.Sqrt(gamma.Shape))} }} }}",
            WeibullLaw weibull =>
                $"{{ weibull: {{ shape: {Spelling.Number(weibull.Shape)}, scale: {Spelling.Duration(weibull.Scale)} }} }}",
            ParetoLaw pareto =>
                $"{{ pareto: {{ shape: {Spelling.Number(pareto.Shape)}, scale: {Spelling.Duration(pareto.Scale)} }} }}",
            UniformLaw uniform =>
                $"{{ uniform: {{ min: {Spelling.Duration(uniform.Least)}, max: {Spelling.Duration(uniform.Greatest)} }} }}",
            LognormalMixture mixture => Mixture(mixture),
            _ => $"{{ empirical: {{ file: {SampleFile(name)}, column: seconds }} }}",
        };

    /// <summary>The file of a sample that stands for its law.</summary>
    public static string SampleFile(string name) => $"sample-{name}.csv";

    private static string Lognormal(LognormalLaw law) =>
        $"{{ lognormal: {{ median: {Spelling.Duration(Math.Exp(law.Mu))}, p95: {Spelling.Duration(law.Quantile(0.95))} }} }}";

    private static string Mixture(LognormalMixture mixture)
    {
        var shares = Spelling.Shares([.. mixture.Components.Select(part => part.Weight)]);
        var parts = mixture.Components.Zip(
            shares,
            (part, share) => $"{{ share: {share}, takes: {Lognormal(part.Law)} }}"
        );
        return $"{{ mixture: [{string.Join(", ", parts)}] }}";
    }
}
