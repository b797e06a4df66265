using Simulator.Cluster;
using Simulator.Cluster.Bounds;
using Simulator.Cluster.Strategies;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Sweeps;

namespace Simulator.Experiments.Linting;

/// <summary>What all rules look at: the scenario at its largest size, its times, its places in the file.</summary>
internal sealed class LintScope
{
    private const string NodesPath = "cluster.nodes";

    public LintScope(Scenario scenario)
    {
        Cells = [Cell.Single(scenario), .. Cell.Expand(scenario)];
        Smallest = Cells.Min(cell => cell.Nodes);
        Largest = Cells.Max(cell => cell.Nodes);
        Scenario = scenario.With(NodesPath, Largest.ToString());
        Times = MeanTimes.Of(Model);
        Root = scenario.Root;
    }

    /// <summary>The scenario, at its largest size.</summary>
    public Scenario Scenario { get; }

    /// <summary>The file's own size and all cells of its sweep.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>The smallest N of the cells.</summary>
    public int Smallest { get; }

    /// <summary>The largest N of the cells.</summary>
    public int Largest { get; }

    /// <summary>Mean times.</summary>
    public MeanTimes Times { get; }

    /// <summary>The file as it was checked.</summary>
    public Checked Root { get; }

    public Model Model => Scenario.Model;

    public RolloutSpec Rollout => Model.Rollout;

    /// <summary>S, in seconds.</summary>
    public double Held => Times.Held;

    /// <summary>What decides how many go at once.</summary>
    public Checked LimitPlace => Root["rollout"] is { } rollout ? DesignLint.PlaceOfLimit(rollout) : Root;

    /// <summary>Whether a tool's own parameters stand for the strategy.</summary>
    public bool HasPreset => Root["rollout"]?["preset"] is not null;

    /// <summary>k(N).</summary>
    public long InFlight(int nodes) => Cluster.Bounds.InFlight.At(Model, nodes);

    /// <summary>The least pause between two batches, in seconds; 0 where nothing waits for a batch to end.</summary>
    public double Pause
    {
        get
        {
            var bake = Rollout.Bakes.Count == 0 ? Rollout.Bake.Seconds : Rollout.Bakes.Min(bake => bake.Seconds);
            return Rollout.HasBarrier ? bake + Rollout.Approval.Seconds : 0;
        }
    }

    /// <summary>How many nodes one place can take in a time, one after the other; whole waves where there are any.</summary>
    public double Turns(double seconds)
    {
        var turns = (seconds + Pause) / (Held + Pause);
        return Times.IsConstant || Rollout.HasBarrier ? Math.Floor(turns + 1e-9) : turns;
    }

    /// <summary>A finding at a place of the file.</summary>
    public static Finding At(
        Checked place,
        string rule,
        Severity severity,
        long? nodes,
        (string Sentence, string Fix) words
    )
    {
        var span = place.IsMap ? place.Key : place.Span;
        return new Finding(rule, severity, place.Path, span.Line, span.Column, nodes, words.Sentence, words.Fix);
    }

    /// <summary>The smallest N for which something holds that stays true from there on; null where it is none.</summary>
    /// <param name="isTrue">False up to some N, true above.</param>
    public static int? FirstSize(Func<int, bool> isTrue)
    {
        const int Most = 100_000_000;
        if (!isTrue(Most))
        {
            return null;
        }

        var (low, high) = (0, Most);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = isTrue(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }
}
