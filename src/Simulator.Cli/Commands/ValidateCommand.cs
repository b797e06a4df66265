using System.CommandLine;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Sweeps;
using Simulator.Reporting.Text;

namespace Simulator.Cli.Commands;

/// <summary><c>o1sim validate FILE...</c>: reads scenarios and says all that is wrong with them.</summary>
internal static class ValidateCommand
{
    public static Command Make()
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Scenario files.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("validate", "Reads scenario files and says all that is wrong with them.") { files };
        command.SetAction(parsed => Validate(parsed.GetValue(files)!));
        return command;
    }

    private static int Validate(string[] files)
    {
        var code = ExitCode.Answered;
        foreach (var file in files)
        {
            var result = Guard.Run(() =>
            {
                var scenario = ScenarioFile.Read(file);
                DesignGate.Pass(Cell.Of("sweep", scenario));
                var nodes = Counted(scenario.Model.Cluster.Nodes, "node");
                Console.Out.WriteLine($"{file}: sound, {nodes}, {Counted(scenario.Sweep.Cells, "cell")}.");
                return ExitCode.Answered;
            });
            code = Math.Max(code, result);
        }

        return code;
    }

    private static string Counted(long number, string what) =>
        $"{HumanCount.Of(number)} {what}{(number == 1 ? "" : "s")}";
}
