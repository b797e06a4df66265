using System.CommandLine;
using Simulator.Experiments.Elicitation;

namespace Simulator.Cli.Commands;

/// <summary><c>o1sim elicit FILE</c>: a questionnaire for experts, and what their answers amount to.</summary>
internal static class ElicitCommand
{
    private const string Name = "elicit";
    private const int MostDraws = 100_000;

    private static readonly Option<string?> Questionnaire = new("--questionnaire")
    {
        Description = "Write the empty questionnaire to this file, .csv or .yaml, and run nothing.",
    };

    private static readonly Option<string[]> Answers = new("--answers")
    {
        Description = "A filled questionnaire, CSV or YAML; may be repeated, one expert a file or many.",
    };

    private static readonly Option<int?> Draws = CountOption.Make(
        "--draws",
        MostDraws,
        $"Draws of what is not known; {ElicitTerms.DefaultDraws} unless told otherwise, at least {ElicitTerms.FewestDraws}."
    );

    private static readonly Option<string> Weights = new("--weights")
    {
        Description = "How experts count in the pool: all alike, or by the confidence that they state.",
        DefaultValueFactory = _ => "equal",
    };

    private static readonly Option<bool> UsesRest = new("--use-rest")
    {
        Description = "Use the other rows where some have problems.",
    };

    public static Command Make()
    {
        Weights.AcceptOnlyFromAmong("equal", "confidence");
        var options = new ScenarioOptions(Name, "N instead of the file's.");
        var command = new Command(
            Name,
            "Asks experts for the numbers of a scenario, pools their answers, and says which question to ask next."
        );
        options.AddTo(command);
        foreach (var option in (Option[])[Questionnaire, Answers, Draws, Weights, UsesRest])
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
            Guard.Run(() =>
                ElicitSession.Run(
                    new ElicitRequest(options.Read(parsed))
                    {
                        Questionnaire = parsed.GetValue(Questionnaire),
                        Answers = parsed.GetValue(Answers) ?? [],
                        Draws = parsed.GetValue(Draws),
                        IsWeighted = parsed.GetValue(Weights) == "confidence",
                        UsesRest = parsed.GetValue(UsesRest),
                    }
                )
            )
        );
        return command;
    }
}
