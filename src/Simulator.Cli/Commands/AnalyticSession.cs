using Simulator.Cli.Terminal;
using Simulator.Experiments.Analytic;
using Simulator.Experiments.Files;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Sweeps;
using Simulator.Reporting.Analytic;
using Simulator.Reporting.Tables;

namespace Simulator.Cli.Commands;

/// <summary>One <c>run</c> or <c>sweep</c> with <c>--engine analytic</c>: mean values, no run.</summary>
internal static class AnalyticSession
{
    private const string FileName = "analytic.csv";

    public static int Run(StudyRequest request)
    {
        (string Name, bool IsGiven)[] options =
        [
            ("--replications", request.Replications is not null),
            ("--records", request.HasRecords),
            ("--predict", request.Predict is not null),
        ];
        foreach (var (name, _) in options.Where(option => option.IsGiven))
        {
            throw new StudyOptionException($"{name} needs runs, and --engine analytic makes none.");
        }

        var scenario = Overrides.Apply(ScenarioFile.Read(request.File), request with { Nodes = null });
        if (request.HasLint)
        {
            DesignGate.Pass(Cell.Of(request.Command, scenario));
        }

        var result = AnalyticStudy.Run(request.Command, scenario, Sizes(request));
        if (request.Folder is { } folder)
        {
            using var claim = StudyFolder.Claim(folder, scenario.Hash, request.IsForced, [FileName]);
            AtomicFile.Write(
                Path.Combine(folder, FileName),
                stream => CsvTables.Write(AnalyticTables.Cells(result), stream)
            );
        }

        Session.WriteNotes(request, result.Warnings);
        using var output = Console.OpenStandardOutput();
        switch (request.Format)
        {
            case "json":
                AnalyticJson.Write(result, output);
                break;
            case "csv":
                CsvTables.Write(AnalyticTables.Cells(result), output);
                break;
            default:
                AnalyticText.Write(result, Console.Out, Screen.Layout());
                break;
        }

        return ExitCode.Answered;
    }

    /// <summary>N up to ten times what a run takes, so it is read here and not by the scenario.</summary>
    private static List<int> Sizes(StudyRequest request)
    {
        if (request.Nodes is not { } nodes)
        {
            return [];
        }

        var sizes = SizeList
            .Read("--nodes", nodes, AnalyticStudy.MostNodes, StringSplitOptions.RemoveEmptyEntries)
            .Select(size => (int)size)
            .ToList();
        return sizes.Count == 1 || (sizes.Count > 1 && request.Command == "sweep")
            ? sizes
            : throw new StudyOptionException(
                $"--nodes is '{nodes}': 'run' takes one number, 'sweep' a list such as 1,100,1000."
            );
    }
}
