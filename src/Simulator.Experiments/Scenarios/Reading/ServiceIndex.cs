using Simulator.Cluster.Services;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Resolves words that name a service.</summary>
/// <param name="declared">The section as it was checked; broken services count as declared.</param>
/// <param name="specs">The services that could be read.</param>
/// <param name="names">The levels.</param>
internal sealed class ServiceIndex(Checked? declared, IReadOnlyList<ServiceSpec> specs, Names names)
{
    private static readonly Dictionary<Type, (string Kind, string How)> Kinds = new()
    {
        [typeof(LinkSpec)] = ("link", "a step fetches over it: 'transfer: 1 GB, from: {0}'"),
        [typeof(StationSpec)] = ("station", "a step uses it: 'uses: {0}'"),
        [typeof(TokenBucketSpec)] = ("token bucket", "a step calls it: 'calls: {{ {0}: 1 }}'"),
        [typeof(BudgetSpec)] = ("budget", "a step needs some of it: 'needs: {{ {0}: 1 }}'"),
    };

    /// <summary>The service of a name and kind that a step may turn to; null where an issue says why not.</summary>
    /// <typeparam name="TSpec">The kind that fits.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="reference">Where it is named: the value or, in a map, the entry.</param>
    /// <param name="level">The level of the step, -1 where it is not known.</param>
    /// <returns>The service, or null.</returns>
    public TSpec? Find<TSpec>(string name, (TextSpan At, string Path) reference, int level)
        where TSpec : ServiceSpec
    {
        var spec = specs.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.Ordinal));
        if (spec is null)
        {
            RefuseUnknown(name, reference);
            return null;
        }

        if (spec is not TSpec fitting)
        {
            var (kind, how) = Kinds[spec.GetType()];
            var found = $"{reference.Path} names '{name}', which is a {kind}";
            var cure = char.ToUpperInvariant(how[0]) + string.Format(null, how[1..], name) + ".";
            names.Issues.Add(reference.At, reference.Path, found, $"a {Kinds[typeof(TSpec)].Kind} is needed", cure);
            return null;
        }

        CheckLevel(spec, reference, level);
        return fitting;
    }

    /// <summary>A checked part of a declared service; null where it is missing or broken.</summary>
    public Checked? PartOf(string name, string kind, string part) => declared?[name]?[kind]?[part];

    private void RefuseUnknown(string name, (TextSpan At, string Path) reference)
    {
        var known = declared?.Fields.Keys.ToArray() ?? [];
        if (!known.Contains(name, StringComparer.Ordinal))
        {
            var found = $"{reference.Path} names {IssueList.Quote(name)}, which is no service here";
            var cure = Suggestion.Sentence(name, known, "Services here");
            names.Issues.AddName(reference.At, reference.Path, found, cure);
        }
    }

    private void CheckLevel(ServiceSpec spec, (TextSpan At, string Path) reference, int level)
    {
        var own = names.Levels.ToList().IndexOf(spec.Per);
        if (own >= 0 && level > own)
        {
            var found = $"{reference.Path} names '{spec.Name}', of which each {spec.Per} has its own";
            var expected = $"a step per {names.Levels[level]} can turn to one of them only if there is one";
            var cure = $"Write 'per: {names.Levels[level]}' at services.{spec.Name}, or 'per: {spec.Per}' at the step.";
            names.Issues.Add(reference.At, reference.Path, found, expected, cure);
        }
    }
}
