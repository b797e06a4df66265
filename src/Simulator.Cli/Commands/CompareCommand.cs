using System.CommandLine;

namespace Simulator.Cli.Commands;

/// <summary><c>o1sim compare FILE...</c>: scenarios, or strategies of tools, under the same draws.</summary>
internal static class CompareCommand
{
    private const string Name = "compare";

    private static readonly Argument<string[]> Others = new("others")
    {
        Description = "More scenarios to compare it with.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> Presets = new("--presets")
    {
        Description =
            "Presets to put in place of the first file's strategy, as 'kured, ansible-serial(serial: 20%)'; 'o1sim presets' lists them.",
    };

    public static Command Make()
    {
        var options = new ScenarioOptions(Name, "N instead of the files'.");
        var command = new Command(
            Name,
            "Compares scenarios, or one under the strategies of tools: time, capacity lost, which differences are real."
        );
        options.AddTo(command);
        command.Add(Others);
        command.Add(Presets);
        command.SetAction(parsed =>
            Guard.Run(() =>
                CompareSession.Run(
                    new CompareRequest(options.Read(parsed), parsed.GetValue(Others) ?? [], parsed.GetValue(Presets))
                )
            )
        );
        return command;
    }
}
