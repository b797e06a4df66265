using Simulator.Cluster.Strategies;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;
using Simulator.Experiments.Scenarios.Yaml;
using Simulator.Kernel;

namespace Simulator.Experiments.Presets;

/// <summary>The values of a preset's parameters, defaults filled in.</summary>
/// <param name="values">The map as it was checked.</param>
/// <param name="issues">Takes what does not fit together.</param>
internal sealed class PresetArguments(Checked values, IssueList issues)
{
    /// <summary>Steps that are done while a place is held.</summary>
    public int HeldSteps { get; init; } = 1;

    /// <summary>A whole number.</summary>
    public int Whole(string key) => (int)values.Get(key, 0L);

    /// <summary>A whole number, null where it is left out.</summary>
    public int? MaybeWhole(string key) => (int?)values.Maybe<long>(key);

    /// <summary>A count of nodes or a share.</summary>
    public Quota Quota(string key) => MaybeQuota(key) ?? Cluster.Strategies.Quota.OfNodes(1);

    /// <summary>A count of nodes or a share, null where it is left out.</summary>
    public Quota? MaybeQuota(string key) => values[key]?.Value is Counted counted ? QuotaOf(counted) : null;

    /// <summary>A percentage written as a bare number.</summary>
    public Quota Percent(string key) => Cluster.Strategies.Quota.OfShare(Whole(key) / 100m);

    /// <summary>A span.</summary>
    public SimTime Span(string key) => values.Get(key, SimTime.Zero);

    /// <summary>A span written as a bare number of seconds, minutes or hours.</summary>
    public SimTime Span(string key, int secondsEach) =>
        new(values.Get(key, 0L) * secondsEach * SimTime.NanosecondsPerSecond);

    /// <summary>A word.</summary>
    public string Word(string key) => values.Get(key, "");

    /// <summary>A fraction as it was written, exact.</summary>
    public decimal? MaybeFraction(string key) => values.Maybe<decimal>(key);

    /// <summary>Yes or no.</summary>
    public bool Is(string key) => values.Get(key, false);

    /// <summary>Whether the file gives it.</summary>
    public bool Holds(string key) => values.Holds(key);

    /// <summary>Whether it could be read; what is broken has an issue already.</summary>
    public bool IsBroken(string key) => values.Fields.TryGetValue(key, out var field) && field.IsBroken;

    /// <summary>The items of a list of counts and shares; those of one value too.</summary>
    public IReadOnlyList<Quota> Quotas(string key) =>
        values[key] is not { } list ? []
        : list.Value is Counted one ? [QuotaOf(one)]
        : [.. list.Items.Select(item => item.Value).OfType<Counted>().Select(QuotaOf)];

    /// <summary>Totals that have to increase: a list of percentages, or of counts and shares.</summary>
    public IReadOnlyList<Quota> Totals(string key)
    {
        var percents = Wholes(key).Select(percent => Cluster.Strategies.Quota.OfShare(percent / 100m)).ToList();
        var totals = percents.Count > 0 ? percents : [.. Quotas(key)];
        var pairs = totals.Zip(totals.Skip(1)).Where(pair => pair.First.Kind == pair.Second.Kind);
        if (pairs.Any(pair => pair.First.Value >= pair.Second.Value))
        {
            Refuse(key, "each says how many are updated in all, so they increase", "Write them in order.");
        }

        return totals.Count > 0 ? totals : [Cluster.Strategies.Quota.OfShare(1)];
    }

    /// <summary>The items of a list of spans.</summary>
    public IReadOnlyList<SimTime> Spans(string key) =>
        values[key] is { } list ? [.. list.Items.Select(item => item.Value).OfType<SimTime>()] : [];

    /// <summary>Ticks of a period, which has to be above 0.</summary>
    public TickSpec Tick(string key, TickPhase phase)
    {
        var period = Span(key);
        if (period == SimTime.Zero && values[key] is not null)
        {
            Refuse(key, "a span above 0 is needed", "Write '5s', for example.");
        }

        return new TickSpec(period == SimTime.Zero ? new SimTime(1) : period, phase);
    }

    /// <summary>Says that two limits are both 0, so that nobody could ever be updated.</summary>
    public void RefuseBothZero(string key, string other)
    {
        if (IsZero(key) && IsZero(other))
        {
            Refuse(key, $"{other} is 0 too, so that nobody could be updated", "Write 1 or more for one of the two.");
        }
    }

    /// <summary>The items of a list of whole numbers.</summary>
    public IReadOnlyList<int> Wholes(string key) =>
        values[key] is { } list
            ? [.. list.Items.Select(item => item.Value).OfType<long>().Select(one => (int)one)]
            : [];

    /// <summary>How a share is rounded, where the tool does not say and the user has to.</summary>
    public Rounding Rounding(string key) =>
        Word(key) switch
        {
            "up" => Cluster.Strategies.Rounding.Up,
            "nearest" => Cluster.Strategies.Rounding.Nearest,
            _ => Cluster.Strategies.Rounding.Down,
        };

    /// <summary>How the tool rounds shares: asked of the user where a share is used and nobody says how.</summary>
    public Rounding UnknownRounding(params ReadOnlySpan<Quota?> quotas)
    {
        var hasShare = false;
        foreach (var quota in quotas)
        {
            hasShare |= quota is { Kind: QuotaKind.Share };
        }

        if (hasShare && !Holds("rounding"))
        {
            const string Cure = "Write 'rounding: down' or 'rounding: up' among the parameters.";
            Refuse("rounding", "the tool does not document how it rounds a percentage", Cure);
        }

        return Rounding("rounding");
    }

    /// <summary>Says that a value does not fit the others.</summary>
    public void Refuse(string key, string expected, string cure)
    {
        var at = values.Fields.TryGetValue(key, out var field) && !field.IsDefault ? field : values;
        var path = at == values ? $"{values.Path}.{key}" : at.Path;
        var found =
            at != values && at.Text.Length > 0 ? $"{path} is {IssueList.Quote(at.Text)}" : $"{path} does not fit";
        issues.Add(at == values ? values.Key : at.Span, path, found, expected, cure);
    }

    private bool IsZero(string key) =>
        values[key]?.Value switch
        {
            Counted counted => counted.Number == 0,
            long whole => whole == 0,
            _ => false,
        };

    private static Quota QuotaOf(Counted counted) =>
        counted.Unit is "%"
            ? Cluster.Strategies.Quota.OfShare(counted.Number)
            : Cluster.Strategies.Quota.OfNodes((int)counted.Number);
}
