using System.Globalization;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;
using Simulator.Experiments.Scenarios.Yaml;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Reads the values of sweep axes; whether they fit the scenario is for <see cref="SweepReader"/>.</summary>
/// <param name="issues">Takes what is found.</param>
internal sealed class AxisReader(IssueList issues)
{
    private const int Digits = 6;

    /// <summary>The values of an axis with the places where each stands; empty where an issue says why not.</summary>
    public IReadOnlyList<YamlScalar> Read(Checked axis)
    {
        if (!axis.IsMap)
        {
            return [.. axis.Items.Select(item => item.Node).OfType<YamlScalar>()];
        }

        if (axis["from"] is not { } from || axis["to"] is not { } to || axis["points"] is null)
        {
            return [];
        }

        var (first, unit) = Split(from);
        var (last, lastUnit) = Split(to);
        if (first is null || last is null)
        {
            return [];
        }

        if (!string.Equals(unit, lastUnit, StringComparison.Ordinal))
        {
            var cure = $"Write '{Text(last.Value)}{unit}', converted.";
            issues.Add(
                to.Span,
                to.Path,
                $"{to.Path} is {IssueList.Quote(to.Text)}",
                $"the unit of 'from', '{unit.Trim()}', is needed",
                cure
            );
            return [];
        }

        if (last <= first || first <= 0)
        {
            issues.Add(to.Span, to.Path, $"{to.Path} is {IssueList.Quote(to.Text)}", "0 < from < to is needed");
            return [];
        }

        return Range(axis, first.Value, last.Value, unit);
    }

    private static List<YamlScalar> Range(Checked axis, decimal first, decimal last, string unit)
    {
        var (points, isLog) = (axis.Get("points", 2L), axis.Get("scale", "log") is "log");
        var isWhole = first == decimal.Floor(first) && last == decimal.Floor(last) && unit.Length == 0;
        var values = new List<YamlScalar>();
        for (var point = 0L; point < points; point++)
        {
            var part = (double)point / (points - 1);
            var exact =
                point == 0 ? first
                : point == points - 1 ? last
                : Rounded(
                    isLog
                        ? (double)first * Elementary.Pow((double)(last / first), part)
                        : (double)first + (part * (double)(last - first)),
                    isWhole
                );
            var text = Text(exact) + unit;
            if (values.Count == 0 || !string.Equals(values[^1].Text, text, StringComparison.Ordinal))
            {
                values.Add(new YamlScalar((point == 0 ? axis["from"]! : axis["to"]!).Span, text));
            }
        }

        return values;
    }

    private (decimal? Number, string Unit) Split(Checked end)
    {
        var length = NumberText.LengthIn(end.Text);
        if (NumberText.Read(end.Text.AsSpan(0, length), out var number) is not { } cure)
        {
            return (number, end.Text[length..]);
        }

        issues.Add(end.Span, end.Path, $"{end.Path} is {IssueList.Quote(end.Text)}", "a number is needed", cure);
        return (null, "");
    }

    private static decimal Rounded(double value, bool isWhole)
    {
        if (isWhole)
        {
            return Math.Round((decimal)value);
        }

        var text = value.ToString("G" + Digits.ToString(), CultureInfo.InvariantCulture);
        return decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private static string Text(decimal value) => value.ToString("0.##################", CultureInfo.InvariantCulture);
}
