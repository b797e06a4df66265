using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Makes the sweep: every axis names a quantity of the file, and every value on it gives a scenario that can be run.</summary>
/// <param name="tree">The file.</param>
/// <param name="root">The file as it was checked.</param>
/// <param name="issues">Takes what is found.</param>
internal sealed class SweepReader(YamlMapping tree, Checked root, IssueList issues)
{
    private const long MostWork = 5_000_000;

    /// <summary>Reads the section <c>sweep</c>.</summary>
    /// <param name="sweep">The section; null where it is missing.</param>
    /// <param name="tryOut">Reads the file with a value put in; issues stand at the place of the value.</param>
    /// <returns>The axes that can be used.</returns>
    public Sweep Read(Checked? sweep, Func<YamlMapping, IReadOnlyList<Issue>> tryOut)
    {
        var axes = new List<(Axis Axis, IReadOnlyList<YamlScalar> Values)>();
        var reader = new AxisReader(issues);
        foreach (var (path, axis) in sweep?.Fields ?? [])
        {
            var isNamed = CheckPath(path, axis);
            var values = axis.IsBroken ? [] : reader.Read(axis);
            if (isNamed && values.Count > 0)
            {
                var scale =
                    !axis.IsMap ? AxisScale.Listed
                    : axis.Get("scale", "log") is "log" ? AxisScale.Log
                    : AxisScale.Linear;
                axes.Add((new Axis(path, [.. values.Select(value => value.Text)], scale), values));
            }
        }

        var result = new Sweep([.. axes.Select(axis => axis.Axis)]);
        if (issues.Found.Count == 0 && IsSmall(result, sweep))
        {
            foreach (var (axis, values) in axes)
            {
                TryOut(axis, values, tryOut);
            }
        }

        return result;
    }

    private bool CheckPath(string path, Checked axis)
    {
        var quantities = ScenarioPaths.Quantities(root);
        if (quantities.Contains(path, StringComparer.Ordinal))
        {
            return true;
        }

        var found = $"sweep axis {IssueList.Quote(path)}";
        if (ScenarioPaths.Find(root, path) is not null)
        {
            issues.AddName(
                axis.Key,
                axis.Path,
                found + " is no quantity",
                "Only a single number, with its unit, can be varied."
            );
        }
        else
        {
            var nearest = Suggestion.Nearest(path, quantities);
            var cure = nearest is null
                ? "Write the keys that lead to a quantity, joined by dots."
                : $"Did you mean '{nearest}'?";
            issues.AddName(axis.Key, axis.Path, found + " names nothing in this file", cure);
        }

        return false;
    }

    private bool IsSmall(Sweep sweep, Checked? section)
    {
        var cells = sweep.Axes.Aggregate(1.0, (product, axis) => product * axis.Values.Count);
        if (cells > Sweep.MostCells)
        {
            var cure = $"The most is {Sweep.MostCells:N0}; leave out values or whole axes.";
            issues.AddName(section!.Key, section.Path, $"the sweep has {cells:N0} cells", cure);
            return false;
        }

        var work = (double)sweep.Axes.Sum(axis => axis.Values.Count) * issues.Source.Text.Length;
        if (work > MostWork * 100.0)
        {
            const string Cure = "Leave out values, or shorten the file.";
            issues.AddName(section!.Key, section.Path, "the file is too long for so many values", Cure);
            return false;
        }

        return true;
    }

    private void TryOut(Axis axis, IReadOnlyList<YamlScalar> values, Func<YamlMapping, IReadOnlyList<Issue>> tryOut)
    {
        foreach (var value in values)
        {
            var found = tryOut(ScenarioPaths.Put(tree, axis.Path, value));
            if (found.Count == 0)
            {
                continue;
            }

            var issue =
                found.FirstOrDefault(issue => string.Equals(issue.Path, axis.Path, StringComparison.Ordinal))
                ?? found[0];
            var isSame = string.Equals(issue.Path, axis.Path, StringComparison.Ordinal);
            var words = isSame ? issue.Found : $"with {axis.Path} = {IssueList.Quote(value.Text)}, {issue.Found}";
            issues.Add(value.Span, "sweep." + axis.Path, words, issue.Expected, issue.Cure);
        }
    }
}
