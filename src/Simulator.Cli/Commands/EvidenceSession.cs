using Simulator.Cli.Terminal;
using Simulator.Experiments.Evidence;
using Simulator.Experiments.Logs;
using Simulator.Experiments.Running;
using Simulator.Reporting.Evidence;
using Simulator.Reporting.Tables;

namespace Simulator.Cli.Commands;

/// <summary>One <c>evidence</c> from points to answer.</summary>
internal static class EvidenceSession
{
    private const string OwnPoints = "points.csv";

    public static int Run(EvidenceRequest request)
    {
        var points = request.Points ?? Path.Combine(request.Scenarios, OwnPoints);
        var evidence = EvidenceStudy.Run(request.Scenarios, points, request.UsesRest);
        if (evidence.Problems.Total > 0)
        {
            Console.Error.Write(LogProblemsException.Format(points, evidence.Problems));
        }

        if (request.Folder is { } folder)
        {
            using var claim = StudyFolder.Claim(folder, evidence.Hash, request.IsForced, EvidenceFolder.TableNames);
            EvidenceFolder.Write(evidence, folder);
        }

        using var output = Console.OpenStandardOutput();
        switch (request.Format)
        {
            case "json":
                EvidenceJson.Write(evidence, output);
                break;
            case "csv":
                CsvTables.Write(EvidenceTables.Points(evidence), output);
                break;
            default:
                EvidenceText.Write(evidence, Console.Out, Screen.Layout());
                break;
        }

        return ExitCode.Answered;
    }
}
