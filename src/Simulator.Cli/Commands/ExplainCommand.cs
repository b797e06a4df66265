using System.CommandLine;

namespace Simulator.Cli.Commands;

/// <summary><c>o1sim explain FILE</c>: where the time of one size comes from.</summary>
internal static class ExplainCommand
{
    private const string Name = "explain";

    public static Command Make()
    {
        var options = new ScenarioOptions(Name, "N instead of the file's.");
        var command = new Command(
            Name,
            "Takes the time of one size apart: Shapley shares, removals, elasticities, the last node's path, what to cure next."
        );
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = options.Read(parsed);
            return Guard.Run(() => ExplainSession.Run(request));
        });
        return command;
    }
}
