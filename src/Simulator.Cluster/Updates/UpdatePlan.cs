using Simulator.Cluster.Topology;

namespace Simulator.Cluster.Updates;

/// <summary>
/// A model compiled for running: steps in the order of the file with those that the strategy adds, their ops, and where
/// the records keep what happens. Immutable; one plan serves all replications and threads.
/// </summary>
public sealed class UpdatePlan
{
    internal UpdatePlan(Model model, PlanOptions options, Levels levels, IReadOnlyList<PlanStep> steps, Op[] ops)
    {
        Model = model;
        Options = options;
        Levels = levels;
        Steps = steps;
        Ops = ops;
        Widths = RowLayout.Assign(levels.Count, steps);
        Verified = steps[^1];
        CanFail = steps.Any(step => step.CanFail);
        CanHalt = options.HasLimit && model.Rollout.CanHalt;
        Admit = steps.FirstOrDefault(step => step.Virtual == OpKind.Admit);
        Leave = steps.FirstOrDefault(step => step.Virtual == OpKind.Leave);
    }

    /// <summary>What was compiled.</summary>
    public Model Model { get; }

    /// <summary>What is in force.</summary>
    public PlanOptions Options { get; }

    /// <summary>Nodes and groups.</summary>
    public Levels Levels { get; }

    /// <summary>The steps; the last is <c>verified</c>.</summary>
    public IReadOnlyList<PlanStep> Steps { get; }

    /// <summary>The step at which a node is verified, or has failed; its start column holds the instant.</summary>
    public PlanStep Verified { get; }

    /// <summary>Whether any attempt can fail.</summary>
    public bool CanFail { get; }

    /// <summary>Whether attempts can fail, or a service can be down: whether runs without failures differ.</summary>
    public bool HasFailures => CanFail || Enumerable.Range(0, Model.Services.Count).Any(HasOutages);

    /// <summary>Whether the rollout can stop before every unit was admitted.</summary>
    public bool CanHalt { get; }

    /// <summary>The step at which a unit gets its place, where places are limited.</summary>
    public PlanStep? Admit { get; }

    /// <summary>The step at which a unit gives its place back, where places are limited.</summary>
    public PlanStep? Leave { get; }

    /// <summary>On which nodes the new version is bad, where that is in force.</summary>
    internal DefectSpec? Defect => Options.HasFailures ? Model.Update.Defect : null;

    /// <summary>Columns of a row of each level.</summary>
    internal IReadOnlyList<int> Widths { get; }

    internal Op[] Ops { get; }

    /// <summary>Whether a service is asked by some step and can be down.</summary>
    internal bool HasOutages(int service) =>
        Options.HasFailures
        && Model.Services[service].Outages is not null
        && Steps.Any(step => step.Waits.Any(wait => wait.Service == service));

    /// <summary>Compiles a model; O(steps²).</summary>
    /// <param name="model">A sound model: names resolve and the graph has no cycle.</param>
    /// <param name="options">What is in force.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">A name that does not resolve.</exception>
    /// <exception cref="InvalidOperationException">Steps that wait for each other in a circle.</exception>
    public static UpdatePlan Compile(Model model, PlanOptions? options = null) =>
        new PlanCompiler(model, options ?? PlanOptions.Real).Compile();
}
