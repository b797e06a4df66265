using System.CommandLine;
using System.CommandLine.Invocation;

namespace Simulator.Cli.Commands;

/// <summary>The commands and what a word that none of them knows leads to.</summary>
internal static class CommandLine
{
    public static int Run(string[] args)
    {
        var root = new RootCommand(
            "How long an update of a whole cluster takes, how far that is from O(1), and which limit is to blame."
        )
        {
            StudyCommand.Make(
                "run",
                "Answers one size: makespan with interval, steps, services, bounds, what bound it."
            ),
            StudyCommand.Make("sweep", "Sweeps the axes of the scenario: T(N), deviation, law, horizon, thresholds."),
            EstimateCommand.Make(),
            ExplainCommand.Make(),
            CompareCommand.Make(),
            PlanCommand.Make(),
            FitCommand.Make(),
            ImportCommand.Make(),
            ElicitCommand.Make(),
            EvidenceCommand.Make(),
            CatalogueCommand.Make(),
            PresetsCommand.Make(),
            ReplayCommand.Make(),
            LintCommand.Make(),
            ValidateCommand.Make(),
            SchemaCommand.Make(),
        };
        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine($"o1sim: {error.Message}");
            }

            Console.Error.WriteLine("Write 'o1sim --help', or 'o1sim COMMAND --help'.");
            return ExitCode.BadInput;
        }

        return parsed.Invoke(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }
}
