using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Simulator.Experiments.Logs;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Evidence;

/// <summary>Predicts every point of a file by the scenarios of a folder, one a case.</summary>
public static class EvidenceStudy
{
    /// <summary>Predicts.</summary>
    /// <param name="folder">A folder with a scenario <c>CASE.yaml</c> for each case.</param>
    /// <param name="file">A CSV file with the columns case, n and seconds.</param>
    /// <param name="usesRest">Whether rows without problems are used although others have some.</param>
    /// <returns>Every usable point with its prediction.</returns>
    /// <exception cref="EvidenceException">Folder, file or a case cannot be used.</exception>
    /// <exception cref="EvidenceProblemsException">Some rows cannot be used, and the rest was not asked for.</exception>
    /// <exception cref="ScenarioException">A scenario cannot be run; all that is wrong with all of them.</exception>
    public static EvidenceResult Run(string folder, string file, bool usesRest)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentException.ThrowIfNullOrEmpty(file);
        var scenarios = ReadFolder(folder);
        var problems = new LogProblems();
        var points = EvidencePoints.Read(file, problems);
        var cases = points
            .GroupBy(point => point.Case, StringComparer.Ordinal)
            .Select(group => Predict(group.Key, [.. group], scenarios.GetValueOrDefault(group.Key)))
            .ToList();
        foreach (var (row, detail) in cases.SelectMany(result => result.Refused))
        {
            problems.Add(row, "range", detail);
        }

        if (problems.Total > 0 && (!usesRest || cases.TrueForAll(result => result.Case.Rows.Count == 0)))
        {
            throw new EvidenceProblemsException(file, problems);
        }

        return new EvidenceResult
        {
            Source = Path.GetFileName(file),
            Hash = HashOf(scenarios, points),
            Cases = [.. cases.Select(result => result.Case).Where(result => result.Rows.Count > 0)],
            Problems = problems,
            Idle = [.. scenarios.Keys.Except(points.Select(point => point.Case), StringComparer.Ordinal)],
        };
    }

    /// <summary>The scenarios of a folder by case, in ordinal order.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Scenarios with a section <c>evidence</c>; the name of the file without its ending is the case.</returns>
    /// <exception cref="EvidenceException">There is no such folder, or a file says nothing of a measurement.</exception>
    /// <exception cref="ScenarioException">A scenario cannot be run.</exception>
    public static SortedDictionary<string, Scenario> ReadFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder))
        {
            throw new EvidenceException($"{folder}: the folder of evidence does not exist");
        }

        var scenarios = new SortedDictionary<string, Scenario>(StringComparer.Ordinal);
        var issues = new List<Issue>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            try
            {
                var scenario = ScenarioFile.Read(path);
                scenarios.Add(Path.GetFileNameWithoutExtension(path), scenario);
            }
            catch (ScenarioException refused)
            {
                issues.AddRange(refused.Issues);
            }
        }

        if (issues.Count > 0)
        {
            throw new ScenarioException(issues);
        }

        return scenarios.FirstOrDefault(pair => pair.Value.Evidence is null) is { Value: { } silent }
            ? throw new EvidenceException($"{silent.File}: it has no section 'evidence'")
            : scenarios;
    }

    private static (CaseResult Case, IReadOnlyList<(int Row, string Detail)> Refused) Predict(
        string name,
        IReadOnlyList<EvidencePoint> points,
        Scenario? scenario
    )
    {
        if (scenario is null)
        {
            return (
                new CaseResult(name, [.. points.Select(point => new EvidenceRow(point, PointKind.NoScenario))]),
                []
            );
        }

        var study = new CaseStudy(name, scenario);
        var rows = new List<EvidenceRow>();
        var refused = new List<(int, string)>();
        foreach (var point in points)
        {
            if (Refusal(scenario, point) is { } detail)
            {
                refused.Add((point.Row, detail));
            }
            else
            {
                rows.Add(study.Predict(point));
            }
        }

        return (new CaseResult(name, rows) { Scenario = scenario, Calibrated = study.Calibrated }, refused);
    }

    /// <summary>Why the scenario of a case does not take an n; null where it does.</summary>
    private static string? Refusal(Scenario scenario, EvidencePoint point)
    {
        var spec = scenario.Evidence!;
        var n = point.N.ToString("0.############################", CultureInfo.InvariantCulture);
        if (spec.Measure == Measure.Nth)
        {
            var nodes = scenario.Model.Cluster.Nodes;
            return point.N == decimal.Floor(point.N) && point.N <= nodes
                ? null
                : $"n is {n}, and {point.Case} knows the whole numbers from 1 to {nodes}";
        }

        try
        {
            _ = scenario.With(spec.Sets, ScaledQuantity.With(scenario.TextOf(spec.Sets), point.N));
            return null;
        }
        catch (ScenarioException refused)
        {
            var issue = refused.Issues[0];
            return $"n is {n}, and the scenario of {point.Case} refuses it: {issue.Found}, {issue.Expected}".TrimEnd(
                ',',
                ' '
            );
        }
    }

    private static string HashOf(SortedDictionary<string, Scenario> scenarios, IReadOnlyList<EvidencePoint> points)
    {
        var text = new StringBuilder();
        foreach (var (name, scenario) in scenarios)
        {
            text.Append(name).Append('=').Append(scenario.Hash).Append('\n').Append(scenario.Text).Append('\n');
        }

        foreach (var point in points)
        {
            text.Append(CultureInfo.InvariantCulture, $"{point.Case},{point.N},{point.Seconds:R}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
