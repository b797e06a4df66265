using System.Text;
using Simulator.Cli.Terminal;
using Simulator.Experiments.Files;
using Simulator.Experiments.Imports;
using Simulator.Experiments.Scenarios;
using Simulator.Reporting.Imports;

namespace Simulator.Cli.Commands;

/// <summary>One <c>import</c> from files to answer.</summary>
internal static class ImportSession
{
    private const string Standard = "-";

    public static int Run(ImportRequest request)
    {
        if (request.File is { } taken && Path.Exists(taken) && !request.IsForced)
        {
            throw new StudyOptionException($"'{taken}' exists. --force replaces it; another --out leaves it alone.");
        }

        if (request.File is { } target && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(target))))
        {
            throw new StudyOptionException($"--out has '{target}', whose folder does not exist.");
        }

        var result = Chosen(ManifestImport.Run(Read(request.Files), request.Given), request.Only);
        var scenario = request.Scenario is { } path ? Placed(result, path) : null;
        ImportText.WriteRemarks(result, Console.Error, Screen.Layout());
        if (request.File is { } file)
        {
            AtomicFile.Write(file, stream => Write(request, result, scenario, stream));
            return ExitCode.Answered;
        }

        using var output = Console.OpenStandardOutput();
        Write(request, result, scenario, output);
        return ExitCode.Answered;
    }

    /// <summary>All files, or all that is wrong with those that cannot be read.</summary>
    private static List<ImportFile> Read(string[] names)
    {
        var (files, issues) = (new List<ImportFile>(), new List<Issue>());
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            try
            {
                using var input = name == Standard ? Console.OpenStandardInput() : null;
                files.Add(input is null ? ImportFile.Read(name) : ImportFile.Read(input, "stdin"));
            }
            catch (ScenarioException refused)
            {
                issues.AddRange(refused.Issues);
            }
        }

        return issues.Count == 0 ? files : throw new ImportException(issues);
    }

    private static ImportResult Chosen(ImportResult result, string? only)
    {
        if (only is null)
        {
            return result;
        }

        var chosen = result.Strategies.Where(strategy => strategy.Subject == only).ToList();
        return chosen.Count > 0
            ? result with
            {
                Strategies = chosen,
            }
            : throw new StudyOptionException($"--only has '{only}'. There are {Subjects(result)}.");
    }

    private static string Placed(ImportResult result, string path)
    {
        if (result.Strategies is not [var strategy])
        {
            throw new StudyOptionException($"A scenario takes one strategy. --only names it: {Subjects(result)}.");
        }

        if (strategy.Missing.Any())
        {
            var needs = strategy.Missing.Select(parameter =>
                $"--set {parameter.Name}=VALUE is needed for {strategy.Subject}: {parameter.Remark}."
            );
            throw new StudyOptionException(string.Join($"{Environment.NewLine}o1sim: ", needs));
        }

        var scenario = BaseScenario.Read(path);
        return scenario.With(RolloutText.Of(strategy, scenario.Kept(strategy)));
    }

    private static void Write(ImportRequest request, ImportResult result, string? scenario, Stream stream)
    {
        if (request.Format is "json")
        {
            ImportJson.Write(result, scenario, stream);
        }
        else
        {
            stream.Write(Encoding.UTF8.GetBytes(scenario ?? ImportText.Of(result.Strategies)));
        }
    }

    private static string Subjects(ImportResult result) =>
        string.Join(", ", result.Strategies.Select(strategy => $"'{strategy.Subject}'"));
}
