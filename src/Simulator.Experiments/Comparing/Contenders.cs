using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Comparing;

/// <summary>Who is compared: scenarios as they are, then the first of them under the strategies of tools.</summary>
public static class Contenders
{
    /// <summary>Lines the contenders up: one N, one seed, names that differ.</summary>
    /// <param name="scenarios">The scenarios, overrides applied, at least one; the seed of the first is that of all.</param>
    /// <param name="presets">Presets that take the place of the first one's strategy, such as <c>kured, pdsh(fanout: 64)</c>.</param>
    /// <returns>The contenders, the scenarios first.</returns>
    /// <exception cref="CompareException">Fewer than two, two of one name, sizes that differ, or a preset that does not fit.</exception>
    public static IReadOnlyList<Contender> Of(IReadOnlyList<Scenario> scenarios, string? presets)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        var first = scenarios[0];
        var choices = PresetChoice.Read(presets ?? "");
        List<Contender> all =
        [
            .. scenarios.Select(scenario => new Contender(scenario.Name, Seeded(scenario, first.Seed))),
            .. choices.Select(choice => new Contender(NameOf(choice, choices), choice.PutInto(first), choice.Text)),
        ];
        if (all.Count < 2)
        {
            throw new CompareException(
                "One scenario makes no comparison: name another file, or add '--presets kured,ansible-serial' for example."
            );
        }

        RefuseEqualNames(all);
        RefuseOtherSizes(all);
        return all;
    }

    /// <summary>SHA-256 over names and scenarios, 64 small hexadecimal digits: what a folder of results belongs to.</summary>
    /// <param name="contenders">The contenders.</param>
    public static string HashOf(IReadOnlyList<Contender> contenders)
    {
        ArgumentNullException.ThrowIfNull(contenders);
        var lines = contenders.Select(contender => $"{contender.Name}={contender.Scenario.Hash}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("compare\n" + string.Concat(lines))));
    }

    /// <summary>The id says enough where it occurs once.</summary>
    private static string NameOf(PresetChoice choice, IEnumerable<PresetChoice> all) =>
        all.Count(other => other.Id == choice.Id) == 1 ? choice.Id : choice.Text;

    private static Scenario Seeded(Scenario scenario, ulong seed) =>
        scenario.Seed == seed ? scenario : scenario.With("seed", seed.ToString(CultureInfo.InvariantCulture));

    private static void RefuseEqualNames(List<Contender> all)
    {
        if (all.GroupBy(own => own.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } same)
        {
            throw new CompareException(
                $"'{same.Key}' stands there twice ({string.Join(", ", same.Select(own => own.Scenario.File))}): give one of them another name, or leave it out."
            );
        }
    }

    private static void RefuseOtherSizes(List<Contender> all)
    {
        var (one, nodes) = (all[0], all[0].Scenario.Model.Cluster.Nodes);
        if (all.Find(own => own.Scenario.Model.Cluster.Nodes != nodes) is { } other)
        {
            throw new CompareException(
                $"'{one.Name}' has {nodes} nodes and '{other.Name}' {other.Scenario.Model.Cluster.Nodes}: only clusters of one size can be compared. Add '--nodes {nodes}' for example."
            );
        }
    }
}
