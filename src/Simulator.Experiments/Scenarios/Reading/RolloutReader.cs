using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;
using Simulator.Experiments.Presets;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Kernel;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Makes the strategy's spec, from its own words or from a preset's.</summary>
/// <param name="names">The levels.</param>
/// <param name="laws">Reads durations.</param>
/// <param name="heldSteps">Steps that are done while a place is held.</param>
internal sealed class RolloutReader(Names names, LawReader laws, int heldSteps)
{
    private readonly LimitReader _limits = new(names);

    /// <summary>Reads the section <c>rollout</c>; everybody at once where it is missing.</summary>
    public RolloutParts Read(Checked? rollout)
    {
        if (rollout is null)
        {
            return new RolloutParts(RolloutSpec.AllAtOnce);
        }

        var unit = names.Level(rollout["unit"], [.. names.Levels.SkipLast(1)]);
        var checks = new RolloutChecks(rollout, names.Issues);
        var parts = rollout["preset"] is { } preset ? ReadPreset(preset, unit, checks) : ReadOwn(rollout, unit, checks);
        checks.Provision(parts.Rollout);
        return parts with { Provision = laws.Read(rollout["provision"]) };
    }

    private RolloutParts ReadOwn(Checked rollout, int unit, RolloutChecks checks)
    {
        var admission = rollout.Get("admission", "window") switch
        {
            "batch" => Admission.Batch,
            "waves" => Admission.Waves,
            "schedule" => Admission.Schedule,
            "lock" => Admission.Lock,
            "controller" => Admission.Controller,
            _ => Admission.Window,
        };
        checks.Own(admission);
        var isLocked = admission is Admission.Lock or Admission.Controller;
        return new RolloutParts(
            new RolloutSpec
            {
                Admission = admission,
                Unit = NameOf(unit),
                Limit = rollout["limit"] is { } limit ? _limits.Read(limit, unit) : null,
                Waves = rollout["waves"] is { } waves
                    ? [.. waves.Items.Where(wave => !wave.IsBroken).Select(wave => _limits.ReadQuota(wave, unit))]
                    : [],
                WavesBy = rollout["by"] is { } by ? LevelAbove(by, unit) : null,
                Growth = (decimal)rollout.Get("growth", 1.0),
                Every = rollout.Get("every", new SimTime(1)),
                Bake = rollout.Get("bake", SimTime.Zero),
                Probe = rollout["probe"] is { } probe ? ReadProbe(probe) : null,
                Approval = rollout.Get("approval", SimTime.Zero),
                Tick = isLocked && rollout["tick"] is { } tick ? ReadTick(tick) : null,
                Order = ReadOrder(rollout),
                ReleaseDelay = rollout.Get("release-delay", SimTime.Zero),
                Failure = rollout["failure"] is { } failure ? ReadFailure(failure) : null,
                ProgressDeadline = rollout.Maybe<SimTime>("progress-deadline"),
            }
        );
    }

    private RolloutParts ReadPreset(Checked preset, int unit, RolloutChecks checks)
    {
        var id = ((MapShape)preset.Shape).ChoiceOf(preset);
        if (id is null || preset[id] is not { } values)
        {
            return new RolloutParts(RolloutSpec.AllAtOnce);
        }

        checks.Preset(id);
        var outcome = PresetCatalogue
            .Find(id)!
            .Map(new PresetArguments(values, names.Issues) { HeldSteps = heldSteps });
        if (
            outcome.Rollout.WavesBy is { } level
            && !names.Levels.Skip(unit + 1).SkipLast(1).Contains(level, StringComparer.Ordinal)
        )
        {
            var found = $"{id} goes {level} by {level}, which is no level above the unit here";
            names.Issues.AddName(values.Key, values.Path, found, $"Write 'topology: {{ {level}: 18 nodes }}'.");
            return new RolloutParts(RolloutSpec.AllAtOnce);
        }

        return new RolloutParts(outcome.Rollout with { Unit = NameOf(unit) }) { Verify = outcome.Verify };
    }

    private string NameOf(int unit) => unit < 0 ? Levels.Node : names.Levels[unit];

    private string? LevelAbove(Checked by, int unit)
    {
        var level = names.Level(by, [.. names.Levels.Skip(unit + 1).SkipLast(1)]);
        return level < 0 ? null : names.Levels[level];
    }

    private static UnitOrder ReadOrder(Checked rollout) =>
        rollout.Get("order", "ready") switch
        {
            "ordinal" => UnitOrder.Ordinal,
            "reverse" => UnitOrder.Reverse,
            "random" => UnitOrder.Random,
            _ => UnitOrder.Ready,
        };

    private static ProbeSpec ReadProbe(Checked probe) =>
        new(
            probe.Get("interval", SimTime.Zero),
            (int)probe.Get("count", 1L),
            (int)probe.Get("failure-limit", 0L),
            (int?)probe.Maybe<long>("success-limit"),
            (double)probe.Get("bad", 0m)
        );

    private static TickSpec ReadTick(Checked tick) =>
        new(
            tick.Get("period", new SimTime(1)),
            tick.Get("phase", "aligned") switch
            {
                "uniform" => TickPhase.Uniform,
                "restart" => TickPhase.Restart,
                _ => TickPhase.Aligned,
            },
            (int?)tick.Maybe<long>("most")
        );

    private static FailurePolicy ReadFailure(Checked failure)
    {
        var errors = failure["max-errors"]?.Value as Units.Counted;
        var quota = errors is { Unit: "%" } ? Quota.OfShare(errors.Number) : Quota.OfNodes((int)(errors?.Number ?? 0));
        var scope = failure.Get("per", "rollout") is "batch" ? ErrorScope.Batch : ErrorScope.Rollout;
        return new FailurePolicy(quota, LimitReader.RoundingOf(failure, "rounding"), scope);
    }
}
