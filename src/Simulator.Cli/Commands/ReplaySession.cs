using Simulator.Cli.Terminal;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Studies;
using Simulator.Experiments.Sweeps;
using Simulator.Reporting.Tables;
using Simulator.Reporting.Text;

namespace Simulator.Cli.Commands;

/// <summary>One <c>replay</c>: all scenarios are read before the first is run, one line each is printed as it is done.</summary>
internal static class ReplaySession
{
    private const string Command = "sweep";

    public static int Run(IEnumerable<string> names, int replications, int threads)
    {
        var scenarios = names.SelectMany(FilesOf).Select(ScenarioFile.Read).ToList();
        scenarios.ForEach(scenario => DesignGate.Pass(Cell.Of(Command, scenario)));
        using var interruption = new Interruption();
        var options = new StudyOptions { Threads = threads, Replications = replications };
        StudyResult Answer(Scenario scenario)
        {
            using var progress = new StudyProgressLine(scenario.Name);
            var study = Study.Run(Command, scenario, options, progress, interruption.Token);
            return study with { Answer = AnswerText.Of(study) };
        }

        try
        {
            using var output = Console.OpenStandardOutput();
            CsvTables.Write(ReplayTable.Of(scenarios.Select(Answer)), output);
            return ExitCode.Answered;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Interrupted.");
            return interruption.ExitCode;
        }
    }

    /// <summary>A file as it is; a folder as its scenarios, in the order of their names.</summary>
    private static IReadOnlyList<string> FilesOf(string name)
    {
        if (!Directory.Exists(name))
        {
            return [name];
        }

        string[] files = [.. Directory.GetFiles(name, "*.yaml").Order(StringComparer.Ordinal)];
        return files.Length > 0
            ? files
            : throw new StudyOptionException($"'{name}' is a folder without scenarios (*.yaml).");
    }
}
