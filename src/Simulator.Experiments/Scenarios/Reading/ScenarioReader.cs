using Simulator.Cluster;
using Simulator.Cluster.Services;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Scenarios.Data;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Language;
using Simulator.Experiments.Scenarios.Yaml;
using Simulator.Kernel;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>From a tree to a scenario, or to all that is wrong with it.</summary>
/// <param name="source">The text.</param>
/// <param name="folder">The data files.</param>
internal sealed class ScenarioReader(SourceText source, DataFolder folder)
{
    /// <summary>The text.</summary>
    public SourceText Source => source;

    /// <summary>Reads the tree of the file itself, its sweep included.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="issues">What was found on the way to the tree; takes the rest.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="ScenarioException">Something is wrong.</exception>
    public Scenario Read(YamlMapping tree, IssueList issues)
    {
        var parts = ReadParts(tree, issues);
        var sweep = new SweepReader(tree, parts.Root, issues).Read(parts.Root["sweep"], Problems);
        return issues.Found.Count == 0
            ? new Scenario(this, tree, parts, sweep)
            : throw new ScenarioException(issues.Found);
    }

    /// <summary>Reads a tree whose values were changed; the sweep is not looked at.</summary>
    /// <param name="tree">The changed tree.</param>
    /// <returns>What it means.</returns>
    /// <exception cref="ScenarioException">Something is wrong.</exception>
    public ScenarioParts ReadChanged(YamlMapping tree)
    {
        var issues = new IssueList(source);
        try
        {
            var parts = ReadParts(tree, issues);
            return issues.Found.Count == 0 ? parts : throw new ScenarioException(issues.Found);
        }
        catch (RefusedException)
        {
            throw new ScenarioException(issues.Found);
        }
    }

    private IReadOnlyList<Issue> Problems(YamlMapping tree)
    {
        try
        {
            ReadChanged(tree);
            return [];
        }
        catch (ScenarioException refused)
        {
            return refused.Issues;
        }
    }

    private ScenarioParts ReadParts(YamlMapping tree, IssueList issues)
    {
        var root = ScenarioLanguage.Root.Check(tree, new Place("", TextSpan.Start, issues));
        var cluster = ClusterReader.Read(root["cluster"], issues);
        var levels = cluster.Topology.Select(level => level.Name);
        var names = new Names(issues) { Levels = [Levels.Node, .. levels, Levels.Cluster] };
        var laws = new LawReader(issues, folder);
        var services = new ServiceReader(names, laws, root.Get("start", SimTime.Zero)).Read(root["services"]);
        var section = root["update"]?["steps"];
        var reader = new StepReader(names, new ServiceIndex(root["services"], services, names), laws);
        var steps = ReadSteps(section, reader, services, issues);
        var rollout = new RolloutReader(names, laws, steps.Count(step => !step.InService)).Read(root["rollout"]);
        var model = new Model
        {
            Cluster = cluster,
            Services = services,
            Update = new UpdateSpec
            {
                Defect = root["update"]?["defect"] is { } defect
                    ? new DefectSpec((double)defect.Get("share", 0m), defect.Get("detected-after", SimTime.Zero))
                    : null,
                Steps = issues.Found.Count > 0 ? steps : new AddedSteps(section, names).Add(steps, rollout),
            },
            Rollout = rollout.Rollout,
        };
        return new ScenarioParts(root, model, ReadGoals(root["goals"]), laws.Files)
        {
            Evidence = new EvidenceReader(root, issues).Read(root["evidence"]),
        };
    }

    private static List<StepSpec> ReadSteps(
        Checked? steps,
        StepReader reader,
        IReadOnlyList<ServiceSpec> services,
        IssueList issues
    )
    {
        var specs = new List<StepSpec>();
        foreach (var (name, step) in steps?.Fields ?? [])
        {
            specs.Add(step.IsBroken ? new StepSpec { Name = name } : reader.Read(name, step));
        }

        if (steps is not null)
        {
            new StepChecks(steps, specs, services, issues).Run();
        }

        return specs;
    }

    private static Goals ReadGoals(Checked? goals)
    {
        var standard = new Goals();
        return goals is null
            ? standard
            : new Goals
            {
                Deviation = (double)goals.Get("deviation", 0m),
                Deadline = goals.Maybe<SimTime>("deadline"),
                Precision = (double)goals.Get("precision", 0m),
                Confidence = (double)goals.Get("confidence", 0m),
                ShareVerified = (double)goals.Get("share-verified", 0m),
            };
    }
}
