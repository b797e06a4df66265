using Simulator.Cli.Terminal;
using Simulator.Experiments.Comparing;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Sweeps;
using Simulator.Reporting.Comparing;
using Simulator.Reporting.Tables;

namespace Simulator.Cli.Commands;

/// <summary>One <c>compare</c> from files to answer.</summary>
internal static class CompareSession
{
    public static int Run(CompareRequest request)
    {
        IReadOnlyList<Contender> contenders = [];
        return Session.Run(
            request.Study,
            CompareFolder.TableNames,
            scope =>
            {
                var found = CompareStudy.Run(contenders, scope.Options, scope.Progress, scope.Cancellation);
                scope.Progress.Close();
                Report(found, request.Study);
            },
            first =>
            {
                contenders = ContendersOf(first, request);
                return Contenders.HashOf(contenders);
            }
        );
    }

    private static IReadOnlyList<Contender> ContendersOf(Scenario first, CompareRequest request)
    {
        var others = request.Others.Select(file => Overrides.Apply(ScenarioFile.Read(file), request.Study));
        var contenders = Contenders.Of([first, .. others], request.Presets);
        if (request.Study.HasLint)
        {
            DesignGate.Pass(contenders.Select(own => Cell.Single(own.Scenario)));
        }

        return contenders;
    }

    private static void Report(CompareResult found, StudyRequest request)
    {
        if (request.Folder is { } folder)
        {
            CompareFolder.Write(found, folder);
            EnvironmentFile.Write(folder, request.Threads);
        }

        Session.WriteNotes(request, found.Warnings);
        using var output = Console.OpenStandardOutput();
        switch (request.Format)
        {
            case "json":
                CompareJson.Write(found, output);
                break;
            case "csv":
                CsvTables.Write(CompareTables.Cells(found), output);
                break;
            default:
                CompareText.Write(found, Console.Out, Screen.Layout());
                break;
        }
    }
}
