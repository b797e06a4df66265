using Simulator.Cli.Terminal;
using Simulator.Cluster;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Files;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Studies;
using Simulator.Experiments.Sweeps;
using Simulator.Reporting;
using Simulator.Reporting.Json;
using Simulator.Reporting.Tables;
using Simulator.Reporting.Text;

namespace Simulator.Cli.Commands;

/// <summary>One <c>run</c> or <c>sweep</c> from file to answer.</summary>
internal static class StudySession
{
    public static int Run(StudyRequest request)
    {
        if (request is { HasRecords: true, Folder: null })
        {
            throw new StudyOptionException("--records writes nodes.csv to a folder: name it with --out.");
        }

        var scenario = Overrides.Apply(ScenarioFile.Read(request.File), request);
        if (request.HasLint)
        {
            DesignGate.Pass(Cell.Of(request.Command, scenario));
        }

        using var claim = request.Folder is { } folder
            ? StudyFolder.Claim(folder, scenario.Hash, request.IsForced, ReportFolder.TableNames)
            : null;
        using var interruption = new Interruption();
        using var progress = new StudyProgressLine(request.Command);
        var options = new StudyOptions
        {
            Threads = request.Threads,
            Replications = request.Replications,
            Folder = request.Folder,
        };
        try
        {
            var study = Study.Run(request.Command, scenario, options, progress, interruption.Token);
            study = study with { Answer = AnswerText.Of(study) };
            progress.Close();
            Report(study, scenario, request, interruption.Token);
            return ExitCode.Answered;
        }
        catch (OperationCanceledException)
        {
            progress.Close();
            Console.Error.WriteLine(
                request.Folder is null
                    ? "Interrupted. Without --out nothing was kept."
                    : "Interrupted. What was finished is kept; the same command goes on from there."
            );
            return interruption.ExitCode;
        }
    }

    private static void Report(
        StudyResult study,
        Scenario scenario,
        StudyRequest request,
        CancellationToken cancellation
    )
    {
        if (request.Folder is { } folder)
        {
            ReportFolder.Write(study, folder);
            EnvironmentFile.Write(folder, request.Threads);
            WriteRecords(study, scenario, request, cancellation);
        }

        if (request.Format is "json" or "csv" || Console.IsOutputRedirected)
        {
            WriteNotes(study); // else they stand at the end of the summary
        }

        using var output = Console.OpenStandardOutput();
        switch (request.Format)
        {
            case "json":
                StudyJson.Write(study, output);
                break;
            case "csv":
                CsvTables.Write(StudyTables.Cells(study), output);
                break;
            default:
                TerminalSummary.Write(study, Console.Out, Screen.Layout());
                break;
        }
    }

    private static void WriteNotes(StudyResult study)
    {
        foreach (var warning in study.Warnings)
        {
            Console.Error.WriteLine($"Note: {warning}");
        }
    }

    /// <summary>Records of an earlier call would contradict the tables, so they go where none are asked for.</summary>
    private static void WriteRecords(
        StudyResult study,
        Scenario scenario,
        StudyRequest request,
        CancellationToken cancellation
    )
    {
        var path = Path.Combine(request.Folder!, "nodes.csv");
        if (!request.HasRecords)
        {
            File.Delete(path);
            return;
        }

        var focus = Cell.Of(study.Command, scenario)[study.Focus.Index].Scenario;
        var record = Rollout.Run(UpdatePlan.Compile(focus.Model), focus.Seed, 0, cancellation: cancellation);
        AtomicFile.Write(path, stream => CsvTables.Write(NodeTable.Of(record), stream));
    }
}
