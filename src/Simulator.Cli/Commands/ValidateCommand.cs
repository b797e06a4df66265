using System.CommandLine;
using Simulator.Experiments.Scenarios;

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
                Console.Out.WriteLine(
                    $"{file}: sound, {scenario.Model.Cluster.Nodes} nodes, {scenario.Sweep.Cells} cells."
                );
                return ExitCode.Answered;
            });
            code = Math.Max(code, result);
        }

        return code;
    }
}
