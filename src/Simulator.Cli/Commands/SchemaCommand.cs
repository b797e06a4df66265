using System.CommandLine;
using Simulator.Experiments.Scenarios;

namespace Simulator.Cli.Commands;

/// <summary><c>o1sim schema</c>: the JSON schema of scenario files, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Make()
    {
        var command = new Command("schema", "Prints the JSON schema of scenario files, for editors.");
        command.SetAction(_ =>
        {
            Console.Out.Write(ScenarioSchema.Text);
            return ExitCode.Answered;
        });
        return command;
    }
}
