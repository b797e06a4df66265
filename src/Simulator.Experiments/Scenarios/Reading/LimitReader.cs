using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Makes limits, and counts of nodes, of units and shares.</summary>
/// <param name="names">The levels.</param>
internal sealed class LimitReader(Names names)
{
    /// <summary>Makes a limit.</summary>
    /// <param name="limit">The section as it was checked.</param>
    /// <param name="unit">The level that is admitted as a whole.</param>
    public LimitSpec Read(Checked limit, int unit)
    {
        if (!limit.Fields.ContainsKey("max-unavailable") && !limit.Holds("surge"))
        {
            const string Cure = "Write 'max-unavailable: 5 %'.";
            var path = $"{limit.Path}.max-unavailable";
            var found = $"{limit.Path} has no 'max-unavailable'";
            names.Issues.Add(limit.Key, path, found, "a count or a share is needed, or a surge", Cure);
        }

        var surge = limit["surge"] is { } added ? ReadQuota(added, unit) : (Quota?)null;
        var quota = limit["max-unavailable"] is { } most ? ReadQuota(most, unit) : Quota.OfNodes(surge is null ? 1 : 0);
        var (floor, cap) = (limit.Get("floor", 1L), limit.Maybe<long>("cap"));
        if (quota.Kind == QuotaKind.Units)
        {
            RefuseInUnits(limit, "floor");
            RefuseInUnits(limit, "cap");
            RefuseInUnits(limit, "surge");
        }

        if (cap < floor)
        {
            Refuse(limit["cap"]!, $"is '{cap}'", $"it cannot lie below 'floor', {floor}", $"Write '{floor}' or more.");
        }

        return new LimitSpec
        {
            MaxUnavailable = quota,
            Rounding = RoundingOf(limit, "rounding"),
            Floor = limit["max-unavailable"] is null && surge is not null ? 0 : (int)floor,
            Cap = (int?)cap,
            Surge = surge,
            SurgeRounding = RoundingOf(limit, "surge-rounding"),
            CountsFailed = limit.Get("counts-failed", false),
            Domain = limit["domain"] is { } domain ? ReadDomain(domain, unit) : null,
        };
    }

    /// <summary>The word for a rounding.</summary>
    public static Rounding RoundingOf(Checked map, string key) =>
        map.Get(key, "down") switch
        {
            "up" => Rounding.Up,
            "nearest" => Rounding.Nearest,
            _ => Rounding.Down,
        };

    private DomainLimit? ReadDomain(Checked domain, int unit)
    {
        var above = names.Levels.Skip(unit + 1).SkipLast(1).ToList();
        var level = names.Level(domain["level"], above);
        return level < 0 ? null : new DomainLimit(names.Levels[level], (int)domain.Get("most", 1L));
    }

    private void RefuseInUnits(Checked limit, string key)
    {
        if (limit.Holds(key))
        {
            Unused(limit.Fields[key], "it counts nodes and max-unavailable counts units", "Leave it out.");
        }
    }

    /// <summary>Makes a count or a share.</summary>
    public Quota ReadQuota(Checked quota, int unit)
    {
        var counted = (Counted)quota.Value!;
        if (counted.Unit is "%")
        {
            return Quota.OfShare(counted.Number);
        }

        if (counted.Unit.Length == 0 || Names.Counts(counted.Unit, Levels.Node))
        {
            return Quota.OfNodes((int)counted.Number);
        }

        if (unit > 0 && Names.Counts(counted.Unit, names.Levels[unit]))
        {
            return Quota.OfUnits((int)counted.Number);
        }

        RefuseUnit(quota, counted, unit);
        return Quota.OfNodes(1);
    }

    private void RefuseUnit(Checked quota, Counted counted, int unit)
    {
        var number = counted.Number;
        var other = names.Levels.Skip(1).SkipLast(1).FirstOrDefault(level => Names.Counts(counted.Unit, level));
        if (unit >= 0 && other is not null)
        {
            var cure = $"Write 'unit: {other}' to admit whole groups, or a number of nodes.";
            Refuse(quota, $"is {IssueList.Quote(quota.Text)}", $"what is admitted is a {names.Levels[unit]}", cure);
            return;
        }

        var count =
            unit > 0 ? $"'{number} nodes' or '{number} {Names.Plural(names.Levels[unit])}'" : $"'{number} nodes'";
        var share = number <= 100 ? $"'{number} %' for a share of the cluster or " : "";
        Refuse(
            quota,
            $"is {IssueList.Quote(quota.Text)}",
            "a count or a share is needed",
            $"Write {share}{count} for a count."
        );
    }

    private void Refuse(Checked value, string found, string expected, string cure) =>
        names.Issues.Add(value.Span, value.Path, $"{value.Path} {found}", expected, cure);

    private void Unused(Checked value, string expected, string cure) =>
        names.Issues.Add(value.Key, value.Path, $"{value.Path} is never used", expected, cure);
}
