using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Linting;

/// <summary>A step waits for a level larger than the limit admits: it never begins. Each step once, at its smallest cell.</summary>
internal static class DeadlockRule
{
    public static IEnumerable<Finding> Find(LintScope scope) =>
        scope
            .Cells.OrderBy(cell => cell.Nodes)
            .SelectMany(cell => DesignLint.Find(cell.Scenario).Select(issue => (Cell: cell, Issue: issue)))
            .DistinctBy(found => (found.Issue.Path, found.Issue.Other?.Line, found.Issue.Other?.Column))
            .Select(found =>
            {
                var (cell, issue) = found;
                var sentence = $"at N = {LintWords.Count(cell.Nodes)} {issue.Found}; {issue.Expected}";
                return new Finding(
                    "deadlock",
                    Severity.Error,
                    issue.Path,
                    issue.Line,
                    issue.Column,
                    null,
                    sentence,
                    issue.Cure.TrimEnd('.')
                );
            });
}
