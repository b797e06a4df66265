using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;
using Simulator.Experiments.Scenarios.Yaml;
using Simulator.Kernel;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Makes the strategy's spec.</summary>
/// <param name="names">The levels.</param>
internal sealed class RolloutReader(Names names)
{
    /// <summary>Reads the section <c>rollout</c>; everybody at once where it is missing.</summary>
    public RolloutSpec Read(Checked? rollout)
    {
        if (rollout is null)
        {
            return RolloutSpec.AllAtOnce;
        }

        var unit = names.Level(rollout["unit"], [.. names.Levels.SkipLast(1)]);
        var unitName = unit < 0 ? Levels.Node : names.Levels[unit];
        var admission = rollout.Get("admission", "window") switch
        {
            "batch" => Admission.Batch,
            "waves" => Admission.Waves,
            _ => Admission.Window,
        };
        CheckParts(rollout, admission);
        return new RolloutSpec
        {
            Admission = admission,
            Unit = unitName,
            Limit = rollout["limit"] is { } limit ? ReadLimit(limit, unit) : null,
            Waves = rollout["waves"] is { } waves
                ? [.. waves.Items.Where(wave => !wave.IsBroken).Select(wave => ReadQuota(wave, unit))]
                : [],
            Bake = rollout.Get("bake", SimTime.Zero),
        };
    }

    private void CheckParts(Checked rollout, Admission admission)
    {
        var word = rollout.Get("admission", "window");
        if (admission == Admission.Waves && !rollout.Holds("waves"))
        {
            Refuse(
                rollout["admission"]!,
                "is 'waves'",
                "their sizes are needed",
                "Write 'waves: [1, 10, 25 %]' beside it."
            );
        }
        else if (admission == Admission.Batch && !rollout.Holds("limit"))
        {
            const string Cure = "Write 'limit: { max-unavailable: 5 % }' beside it.";
            Refuse(rollout["admission"]!, "is 'batch'", "the size of a batch is needed", Cure);
        }

        if (admission != Admission.Waves && rollout["waves"] is { } waves && rollout["admission"] is not null)
        {
            Unused(waves, $"admission is '{word}'", "Write 'admission: waves' or leave it out.");
        }

        if (admission == Admission.Waves && rollout["limit"] is { } limit)
        {
            Unused(limit, "the sizes of waves are the limit", "Leave one of the two out.");
        }

        if (
            admission == Admission.Window
            && rollout["bake"] is { IsDefault: false, Value: SimTime { Nanoseconds: > 0 } } bake
        )
        {
            Unused(bake, "a window has no batches to pause between", "Write 'admission: batch' or leave it out.");
        }
    }

    private LimitSpec ReadLimit(Checked limit, int unit)
    {
        var quota = limit["max-unavailable"] is { } most ? ReadQuota(most, unit) : Quota.OfNodes(1);
        var (floor, cap) = (limit.Get("floor", 1L), limit.Maybe<long>("cap"));
        if (quota.Kind == QuotaKind.Units)
        {
            RefuseInUnits(limit, "floor");
            RefuseInUnits(limit, "cap");
        }

        if (cap < floor)
        {
            Refuse(limit["cap"]!, $"is '{cap}'", $"it cannot lie below 'floor', {floor}", $"Write '{floor}' or more.");
        }

        return new LimitSpec
        {
            MaxUnavailable = quota,
            Rounding = limit.Get("rounding", "down") switch
            {
                "up" => Rounding.Up,
                "nearest" => Rounding.Nearest,
                _ => Rounding.Down,
            },
            Floor = (int)floor,
            Cap = (int?)cap,
        };
    }

    private void RefuseInUnits(Checked limit, string key)
    {
        if (limit.Holds(key))
        {
            Unused(limit.Fields[key], "it counts nodes and max-unavailable counts units", "Leave it out.");
        }
    }

    private Quota ReadQuota(Checked quota, int unit)
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
