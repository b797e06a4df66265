using Simulator.Experiments.Linting;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Linting;

/// <summary>The table of <c>o1sim lint</c>.</summary>
public static class LintTables
{
    /// <summary>One row a finding: scenario, rule, severity, path, line, column, nodes, finding, fix.</summary>
    /// <param name="results">What was found, scenario by scenario.</param>
    public static Table Of(IEnumerable<LintResult> results) =>
        Table.From<(string Scenario, Finding Finding)>(
            "lint",
            [
                new("scenario", row => Field.Of(row.Scenario)),
                new("rule", row => Field.Of(row.Finding.Rule)),
                new("severity", row => Field.Of(Word(row.Finding.Severity))),
                new("path", row => Field.Of(row.Finding.Path)),
                new("line", row => Field.Of(row.Finding.Line)),
                new("column", row => Field.Of(row.Finding.Column)),
                new("nodes", row => Field.Of(row.Finding.Nodes)),
                new("finding", row => Field.Of(row.Finding.Sentence)),
                new("fix", row => Field.Of(row.Finding.Fix.Length == 0 ? null : row.Finding.Fix)),
            ],
            results.SelectMany(result => result.Findings.Select(finding => (result.Scenario.Name, finding)))
        );

    /// <summary>The word for a severity: error, warning, note.</summary>
    internal static string Word(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };
}
