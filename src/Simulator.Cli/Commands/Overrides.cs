using Simulator.Experiments.Floors;
using Simulator.Experiments.Scenarios;

namespace Simulator.Cli.Commands;

/// <summary>What the command line changes in a scenario.</summary>
internal static class Overrides
{
    private const string NodesPath = "cluster.nodes";
    private const string SeedPath = "seed";

    public static Scenario Apply(Scenario scenario, StudyRequest request)
    {
        var changed = Put(scenario, request);
        return request.Command == "estimate" ? SizeAxis.Of(changed) : changed;
    }

    private static Scenario Put(Scenario scenario, StudyRequest request)
    {
        if (request.Seed is { } seed)
        {
            scenario = Checked("--seed", SeedPath, () => scenario.With(SeedPath, seed));
        }

        if (request.Nodes is not { } nodes)
        {
            return scenario;
        }

        var values = nodes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (values.Length == 0 || (request.Command != "sweep" && values.Length > 1))
        {
            throw new StudyOptionException(
                $"--nodes is '{nodes}': '{SingleSize(request)}' takes one number, 'sweep' a list such as 1,100,1000."
            );
        }

        if (values.Distinct(StringComparer.Ordinal).Count() < values.Length)
        {
            throw new StudyOptionException($"--nodes is '{nodes}': one size stands there twice.");
        }

        return Checked(
            "--nodes",
            NodesPath,
            () =>
                request.Command == "sweep" ? scenario.WithAxis(NodesPath, values) : scenario.With(NodesPath, values[0])
        );
    }

    /// <summary>What is wrong with the value itself is said of the option, not of the file.</summary>
    private static Scenario Checked(string option, string path, Func<Scenario> change)
    {
        try
        {
            return change();
        }
        catch (ScenarioException exception) when (exception.Issues.All(issue => issue.Path == path))
        {
            var issue = exception.Issues[0];
            var found = issue.Found.Replace(path, option, StringComparison.Ordinal);
            throw new StudyOptionException($"{found}: {issue.Expected}. {issue.Cure}".TrimEnd());
        }
    }

    private static string SingleSize(StudyRequest request) => request.Command == "sweep" ? "run" : request.Command;
}
