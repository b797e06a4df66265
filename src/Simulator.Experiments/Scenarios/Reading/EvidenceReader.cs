using System.Globalization;
using Simulator.Experiments.Evidence;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Yaml;
using Simulator.Kernel;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Reads the section <c>evidence</c>: its paths have to name quantities of the file that can be scaled.</summary>
/// <param name="root">The file as it was checked.</param>
/// <param name="issues">Takes what is found.</param>
internal sealed class EvidenceReader(Checked root, IssueList issues)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section; null where it is missing.</param>
    /// <returns>What it says; null where it is missing or broken.</returns>
    public EvidenceSpec? Read(Checked? section)
    {
        if (section is null)
        {
            return null;
        }

        var measure = Measure.Of(section.Get("measures", Measure.Makespan.Name));
        if (measure != Measure.Nth)
        {
            CheckPath(section["sets"], section["sets"]?.Text);
        }

        CheckPath(section["capacity"], section["capacity"]?.Text);
        return new EvidenceSpec
        {
            Counts = section.Get("n", ""),
            Sets = section.Get("sets", ""),
            Measure = measure,
            IsNegativeControl = section.Get("kind", "") is "negative-control",
            Mechanism = section.Get("mechanism", ""),
            Capacity = section.Get("capacity", ""),
            Margin = (double)section.Get("margin", 0m),
            Calibrated = [.. (section["calibrate"]?.Fields ?? []).Select(pair => ReadNumber(pair.Key, pair.Value))],
            Source = section.Get("source", ""),
            Licence = section.Get("licence", ""),
        };
    }

    private CalibratedNumber ReadNumber(string path, Checked number)
    {
        CheckPath(number, path);
        var points = new List<CalibrationPoint>();
        foreach (var (text, time) in number["points"]?.Fields ?? [])
        {
            var n = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            if (points.Exists(point => point.N == n))
            {
                issues.AddName(time.Key, time.Path, $"n = {text} stands there twice", "Leave one of them out.");
            }

            points.Add(new CalibrationPoint(n, time.Value is SimTime seconds ? seconds.Seconds : 1));
        }

        return new CalibratedNumber(path, points, number.Get("why", ""));
    }

    private void CheckPath(Checked? at, string? path)
    {
        if (at is null || path is null)
        {
            return;
        }

        var quantities = ScenarioPaths.Quantities(root);
        if (!quantities.Contains(path, StringComparer.Ordinal))
        {
            var nearest = Suggestion.Nearest(path, quantities);
            var cure = nearest is null
                ? "Write the keys that lead to a quantity, joined by dots."
                : $"Did you mean '{nearest}'?";
            issues.AddName(at.Key, at.Path, $"{IssueList.Quote(path)} names no quantity of this file", cure);
        }
        else if (ScenarioPaths.Find(root, path) is { } quantity && !ScaledQuantity.IsSingle(quantity.Text))
        {
            var found = $"{IssueList.Quote(quantity.Text)} cannot be scaled";
            issues.AddName(at.Key, at.Path, found, $"Write {path} as one number above 0 with one unit.");
        }
    }
}
