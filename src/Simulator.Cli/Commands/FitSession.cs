using Simulator.Cli.Terminal;
using Simulator.Experiments.Logs;
using Simulator.Experiments.Running;
using Simulator.Reporting.Fits;
using Simulator.Reporting.Tables;

namespace Simulator.Cli.Commands;

/// <summary>One <c>fit</c> from log to answer.</summary>
internal static class FitSession
{
    public static int Run(FitRequest request)
    {
        var fit = LogStudy.Run(request.File, request.Options);
        if (fit.Problems.Total > 0)
        {
            Console.Error.Write(LogProblemsException.Format(request.File, fit.Problems));
        }

        if (request.Folder is { } folder)
        {
            using var claim = StudyFolder.Claim(folder, fit.Hash, request.IsForced, FitFolder.TableNames);
            FitFolder.Write(fit, folder);
        }

        using var output = Console.OpenStandardOutput();
        switch (request.Format)
        {
            case "json":
                FitJson.Write(fit, output);
                break;
            case "csv":
                CsvTables.Write(FitTables.Fit(fit), output);
                break;
            default:
                FitText.Write(fit, Console.Out, Screen.Layout());
                break;
        }

        return ExitCode.Answered;
    }
}
