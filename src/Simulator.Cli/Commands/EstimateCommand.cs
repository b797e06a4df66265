using System.CommandLine;

namespace Simulator.Cli.Commands;

/// <summary><c>o1sim estimate FILE</c>: the theoretical O(1) number, and how the rollout stands to it.</summary>
internal static class EstimateCommand
{
    private const string Name = "estimate";

    public static Command Make()
    {
        var options = new ScenarioOptions(Name, "The largest N instead of the file's.");
        var command = new Command(
            Name,
            "Estimates the theoretical O(1) number: T_1, T_inf(N), stragglers by step, horizon, and whether O(1) is accepted."
        );
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = options.Read(parsed);
            return Guard.Run(() => EstimateSession.Run(request));
        });
        return command;
    }
}
