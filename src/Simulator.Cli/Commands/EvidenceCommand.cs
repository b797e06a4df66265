using System.CommandLine;

namespace Simulator.Cli.Commands;

/// <summary><c>o1sim evidence</c>: published measurements beside what the scenarios of a folder predict for them.</summary>
internal static class EvidenceCommand
{
    private static readonly string Standard = Path.Combine("scenarios", "evidence");

    private static readonly Option<string?> Points = new("--points")
    {
        Description =
            "A CSV file with the columns case, n and seconds; points.csv of the folder unless told otherwise.",
    };

    private static readonly Option<bool> UsesRest = new("--use-rest")
    {
        Description = "Predict the other rows where some have problems.",
    };

    private static readonly Option<string?> Folder = new("--out")
    {
        Description = "Folder for tables, summary and picture.",
    };

    private static readonly Option<bool> Force = new("--force")
    {
        Description = "Replace a folder of other points or scenarios.",
    };

    public static Command Make()
    {
        var scenarios = new Argument<string>("dir")
        {
            Description = "A folder with a scenario CASE.yaml for each case; scenarios/evidence unless told otherwise.",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => Standard,
        };
        var format = new Option<string>("--format")
        {
            Description = "What stdout gets.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "csv");
        var command = new Command("evidence", "Predicts published measurements and says how far off it is.")
        {
            scenarios,
            Points,
            UsesRest,
            Folder,
            Force,
            format,
        };
        command.SetAction(parsed =>
            Guard.Run(() =>
                EvidenceSession.Run(
                    new EvidenceRequest(parsed.GetValue(scenarios)!)
                    {
                        Points = parsed.GetValue(Points),
                        UsesRest = parsed.GetValue(UsesRest),
                        Folder = parsed.GetValue(Folder),
                        IsForced = parsed.GetValue(Force),
                        Format = parsed.GetValue(format)!,
                    }
                )
            )
        );
        return command;
    }
}
