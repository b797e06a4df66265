using Simulator.Cli.Terminal;
using Simulator.Cluster;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Files;
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
    private const long MostPredicted = 1_000_000_000_000;

    public static int Run(StudyRequest request)
    {
        if (request is { HasRecords: true, Folder: null })
        {
            throw new StudyOptionException("--records writes nodes.csv to a folder: name it with --out.");
        }

        var predict = SizeList.Read("--predict", request.Predict, MostPredicted);
        return Session.Run(
            request,
            ReportFolder.TableNames,
            scope =>
            {
                var study = Study.Run(
                    request.Command,
                    scope.Scenario,
                    scope.Options with
                    {
                        Predict = predict,
                    },
                    scope.Progress,
                    scope.Cancellation
                );
                study = study with { Answer = AnswerText.Of(study) };
                scope.Progress.Close();
                Report(study, request, scope);
            }
        );
    }

    private static void Report(StudyResult study, StudyRequest request, SessionScope scope)
    {
        if (request.Folder is { } folder)
        {
            ReportFolder.Write(study, folder);
            EnvironmentFile.Write(folder, request.Threads);
            WriteRecords(study, request, scope);
        }

        Session.WriteNotes(request, study.Warnings);
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

    /// <summary>Records of an earlier call would contradict the tables, so they go where none are asked for.</summary>
    private static void WriteRecords(StudyResult study, StudyRequest request, SessionScope scope)
    {
        var path = Path.Combine(request.Folder!, "nodes.csv");
        if (!request.HasRecords)
        {
            File.Delete(path);
            return;
        }

        var focus = Cell.Of(study.Command, scope.Scenario)[study.Focus.Index].Scenario;
        var record = Rollout.Run(UpdatePlan.Compile(focus.Model), focus.Seed, 0, cancellation: scope.Cancellation);
        AtomicFile.Write(path, stream => CsvTables.Write(NodeTable.Of(record), stream));
    }
}
