using Simulator.Cli.Terminal;
using Simulator.Experiments.Floors;
using Simulator.Reporting.Floors;
using Simulator.Reporting.Tables;

namespace Simulator.Cli.Commands;

/// <summary>One <c>estimate</c> from file to answer.</summary>
internal static class EstimateSession
{
    public static int Run(StudyRequest request) =>
        Session.Run(
            request,
            FloorFolder.TableNames,
            scope =>
            {
                var found = EstimateStudy.Run(scope.Scenario, scope.Options, scope.Progress, scope.Cancellation);
                var study = found.Study with
                {
                    Answer = FloorWords.Answer(found),
                    Warnings = FloorWords.Warnings(found),
                };
                scope.Progress.Close();
                Report(found with { Study = study }, request);
            }
        );

    private static void Report(FloorEstimate estimate, StudyRequest request)
    {
        if (request.Folder is { } folder)
        {
            FloorFolder.Write(estimate, folder);
            EnvironmentFile.Write(folder, request.Threads);
        }

        Session.WriteNotes(request, estimate.Study.Warnings);
        using var output = Console.OpenStandardOutput();
        switch (request.Format)
        {
            case "json":
                FloorFolder.WriteJson(estimate, output);
                break;
            case "csv":
                CsvTables.Write(StudyTables.Cells(estimate.Study), output);
                break;
            default:
                FloorText.Write(estimate, Console.Out, Screen.Layout());
                break;
        }
    }
}
