using Simulator.Cluster.Updates;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Language;
using Simulator.Experiments.Scenarios.Units;
using Simulator.Experiments.Scenarios.Yaml;
using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Makes durations: constants, lists and laws.</summary>
/// <param name="issues">Takes what is found.</param>
/// <param name="folder">Gives the columns of data files.</param>
internal sealed class LawReader(IssueList issues, DataFolder folder)
{
    private static readonly Distribution Nothing = new Constant(0);
    private readonly Dictionary<string, DataFile> _files = new(StringComparer.Ordinal);

    /// <summary>The data files that were read, in the order of the scenario.</summary>
    public IReadOnlyList<DataFile> Files => [.. _files.Values];

    /// <summary>Reads a <c>takes</c>; null where it is missing.</summary>
    public DurationSpec? Read(Checked? takes)
    {
        if (takes?["listed"] is { } listed)
        {
            return new DurationSpec.Listed([.. listed.Items.Select(item => (item.Value as SimTime?)?.Seconds ?? 0)]);
        }

        return takes is null ? null : new DurationSpec.Drawn(ReadLaw(takes));
    }

    private Distribution ReadLaw(Checked? takes)
    {
        if (takes is null || !takes.IsMap)
        {
            return new Constant((takes?.Value as SimTime?)?.Seconds ?? 0);
        }

        var kind = ((MapShape)takes.Shape).ChoiceOf(takes);
        if (kind is null || takes[kind] is not { } law)
        {
            return Nothing;
        }

        try
        {
            return ReadKind(kind, law);
        }
        catch (ArgumentException refused)
        {
            issues.Add(law.Key, law.Path, $"{law.Path} is no law", IssueList.Quote(refused.Message).Trim('\''));
            return Nothing;
        }
    }

    private Distribution ReadKind(string kind, Checked law) =>
        kind switch
        {
            "lognormal" => ReadLognormal(law),
            "uniform" => Ordered(law, "min", "max") ? new Uniform(At(law, "min"), At(law, "max")) : Nothing,
            "exponential" => Has(law, "mean") ? new Exponential(At(law, "mean")) : Nothing,
            "gamma" => ReadGamma(law),
            "weibull" => Has(law, "shape", "scale") ? new Weibull(law.Get("shape", 1.0), At(law, "scale")) : Nothing,
            "pareto" => Has(law, "shape", "scale") ? new Pareto(At(law, "scale"), law.Get("shape", 1.0)) : Nothing,
            "triangular" => HasTriple(law) ? new Triangular(At(law, "min"), At(law, "mode"), At(law, "max")) : Nothing,
            "pert" => HasTriple(law) ? new Pert(At(law, "min"), At(law, "mode"), At(law, "max")) : Nothing,
            "mixture" => ReadMixture(law),
            "empirical" => ReadEmpirical(law),
            _ => new Shifted(At(law, "by"), ReadLaw(law["takes"])),
        };

    private Distribution ReadLognormal(Checked law)
    {
        var percentiles = LawLanguage.Percentiles.Where(law.Holds).ToArray();
        var isByMoments = law.Holds("mu") || law.Holds("sigma") || law.Holds("unit");
        if (isByMoments ? !(law.Holds("mu") && law.Holds("sigma") && law.Holds("unit")) : !law.Holds("median"))
        {
            return Incomplete(law, "'{ median: 5 min, p90: 8 min }' or '{ mu: 5.7, sigma: 0.4, unit: s }'");
        }

        if (isByMoments ? law.Holds("median") || percentiles.Length > 0 : percentiles.Length != 1)
        {
            return Incomplete(law, "'median' with one of p75 to p99, or 'mu', 'sigma' and 'unit', and nothing else");
        }

        if (isByMoments)
        {
            return Has(law, "mu", "sigma", "unit")
                ? new Lognormal(
                    law.Get("mu", 0.0) + Elementary.Log(Seconds(law.Get("unit", "s"))),
                    law.Get("sigma", 1.0)
                )
                : Nothing;
        }

        var percentile = percentiles[0];
        return Ordered(law, "median", percentile)
            ? Lognormal.FromMedianAndQuantile(
                At(law, "median"),
                int.Parse(percentile[1..]) / 100.0,
                At(law, percentile)
            )
            : Nothing;
    }

    private Distribution ReadGamma(Checked law)
    {
        var (byMean, byShape) = (law.Holds("mean") || law.Holds("cv"), law.Holds("shape") || law.Holds("scale"));
        if (
            byMean == byShape
            || (byMean ? law.Holds("mean") != law.Holds("cv") : law.Holds("shape") != law.Holds("scale"))
        )
        {
            return Incomplete(law, "'{ mean: 20 min, cv: 0.3 }' or '{ shape: 11, scale: 2 min }'");
        }

        if (!byMean)
        {
            return Has(law, "shape", "scale") ? new Gamma(law.Get("shape", 1.0), At(law, "scale")) : Nothing;
        }

        var squared = law.Get("cv", 1.0) * law.Get("cv", 1.0);
        return Has(law, "mean", "cv") ? new Gamma(1 / squared, At(law, "mean") * squared) : Nothing;
    }

    private Distribution ReadMixture(Checked mixture)
    {
        var parts = mixture.Items.Where(part => Has(part, "share", "takes")).ToArray();
        var total = parts.Sum(part => part.Get("share", 0m));
        var laws = parts.Select(part => (ReadLaw(part["takes"]), (double)part.Get("share", 0m))).ToArray();
        if (parts.Length < mixture.Items.Count)
        {
            return Nothing;
        }

        if (total != 1)
        {
            var found = $"the shares of {mixture.Path} add up to {total * 100m:0.##########} %";
            issues.Add(mixture.Key, mixture.Path, found, "100 % is needed", "Change one of them.");
            return Nothing;
        }

        return new Mixture(laws);
    }

    private Distribution ReadEmpirical(Checked law)
    {
        var file = law.IsMap ? law["file"] : law;
        if (file is null)
        {
            return Nothing;
        }

        var column = law.IsMap ? law["column"] : null;
        var unit = law.IsMap ? law.Get("unit", "s") : "s";
        var sample = folder.Read(file.Text, column?.Text ?? "", Seconds(unit));
        if (sample.Problem is { } problem)
        {
            var at = problem.IsAboutColumn && column is not null ? column : file;
            issues.Add(at.Span, at.Path, problem.Found, problem.Expected, problem.Cure);
            return Nothing;
        }

        _files.TryAdd(file.Text, new DataFile(file.Text, sample.Sha256));
        return new Empirical([.. sample.Seconds]);
    }

    private Distribution Incomplete(Checked law, string needed)
    {
        var keys = law.Fields.Where(entry => !entry.Value.IsDefault).Select(entry => entry.Key).ToArray();
        var found = keys.Length == 0 ? "nothing" : Suggestion.List(keys, "and");
        issues.Add(law.Key, law.Path, $"{law.Path} holds {found}", $"{needed} is needed");
        return Nothing;
    }

    private bool HasTriple(Checked law) =>
        Has(law, "min", "mode", "max")
        && Ordered(law, "min", "mode", mayBeEqual: true)
        && Ordered(law, "mode", "max", mayBeEqual: true)
        && Ordered(law, "min", "max");

    private bool Ordered(Checked law, string smaller, string larger, bool mayBeEqual = false)
    {
        if (!Has(law, smaller, larger))
        {
            return false;
        }

        var (low, high) = (At(law, smaller), At(law, larger));
        if (low < high || (mayBeEqual && low <= high))
        {
            return true;
        }

        var value = law[larger]!;
        var words = mayBeEqual
            ? $"at least '{smaller}', '{law[smaller]!.Text}', is needed"
            : $"more than '{smaller}', '{law[smaller]!.Text}', is needed";
        issues.Add(value.Span, value.Path, $"{value.Path} is {IssueList.Quote(value.Text)}", words);
        return false;
    }

    private static bool Has(Checked law, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (law[key] is null)
            {
                return false;
            }
        }

        return true;
    }

    private static double At(Checked law, string key) => law.Get(key, SimTime.Zero).Seconds;

    private static double Seconds(string unit) =>
        (double)(UnitTables.Time.FactorOf(unit) / SimTime.NanosecondsPerSecond);
}
