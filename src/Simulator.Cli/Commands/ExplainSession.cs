using Simulator.Cli.Terminal;
using Simulator.Experiments.Attribution;
using Simulator.Reporting.Attribution;
using Simulator.Reporting.Tables;

namespace Simulator.Cli.Commands;

/// <summary>One <c>explain</c> from file to answer.</summary>
internal static class ExplainSession
{
    public static int Run(StudyRequest request) =>
        Session.Run(
            request,
            ExplainFolder.TableNames,
            scope =>
            {
                var found = ExplainStudy.Run(scope.Scenario, scope.Options, scope.Progress, scope.Cancellation);
                var explanation = found with
                {
                    Study = found.Study with
                    {
                        Answer = ExplainWords.Answer(found),
                        Warnings = ExplainWords.Warnings(found),
                    },
                };
                scope.Progress.Close();
                Report(explanation, request);
            }
        );

    private static void Report(Explanation explanation, StudyRequest request)
    {
        if (request.Folder is { } folder)
        {
            ExplainFolder.Write(explanation, folder);
            EnvironmentFile.Write(folder, request.Threads);
        }

        Session.WriteNotes(request, explanation.Study.Warnings);
        using var output = Console.OpenStandardOutput();
        switch (request.Format)
        {
            case "json":
                ExplainFolder.WriteJson(explanation, output);
                break;
            case "csv":
                CsvTables.Write(AttributionTables.Shapley(explanation.Attribution), output);
                break;
            default:
                ExplainText.Write(explanation, Console.Out, Screen.Layout());
                break;
        }
    }
}
