using System.CommandLine;
using Simulator.Experiments.Logs;

namespace Simulator.Cli.Commands;

/// <summary><c>o1sim fit LOG</c>: from a log of attempts to laws for a scenario.</summary>
internal static class FitCommand
{
    private static readonly Option<string[]> Columns = new("--columns")
    {
        Description =
            "Which column holds what, as node=hostname,step=task: node, step, start, end or duration, outcome, rack.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Unit = new("--unit")
    {
        Description = "The unit of plain numbers in times and durations: ns, us, ms, s, min, h or d.",
        DefaultValueFactory = _ => "s",
    };

    private static readonly Option<string?> Step = new("--step")
    {
        Description = "The name of the one step of a log without a column of steps.",
    };

    private static readonly Option<string[]> Polls = new("--poll")
    {
        Description = "The period at which ends were looked for, as 30s or STEP=30s; may be repeated.",
    };

    private static readonly Option<string?> Until = new("--until")
    {
        Description = "When the log was written; its latest time unless told otherwise.",
    };

    private static readonly Option<string[]> Outcomes = new("--outcomes")
    {
        Description = "Further words for outcomes, as GREEN=ok,RED=failed; ok, failed and unfinished are told apart.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Inventory = new("--inventory")
    {
        Description = "A CSV file with all nodes in a column node, and perhaps rack.",
    };

    private static readonly Option<bool> UsesRest = new("--use-rest")
    {
        Description = "Use the other rows where some have problems.",
    };

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "Where random numbers of the tests start.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string?> Folder = new("--out")
    {
        Description = "Folder for tables, pictures, the page and the piece of a scenario.",
    };

    private static readonly Option<bool> Force = new("--force") { Description = "Replace a folder of another log." };

    public static Command Make()
    {
        var file = new Argument<string>("log") { Description = "A CSV file with one row an attempt." };
        var format = new Option<string>("--format")
        {
            Description = "What stdout gets.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "csv");
        var command = new Command("fit", "Fits laws to the durations in a log and writes them as steps of a scenario.")
        {
            file,
            Columns,
            Unit,
            Step,
            Polls,
            Until,
            Outcomes,
            Inventory,
            UsesRest,
            Seed,
            Folder,
            Force,
            format,
        };
        command.SetAction(parsed =>
            Guard.Run(() =>
            {
                var request = new FitRequest(parsed.GetValue(file)!, Options(parsed))
                {
                    Folder = parsed.GetValue(Folder),
                    IsForced = parsed.GetValue(Force),
                    Format = parsed.GetValue(format)!,
                };
                return FitSession.Run(request);
            })
        );
        return command;
    }

    private static LogOptions Options(ParseResult parsed) =>
        new()
        {
            Columns = Pairs(Columns.Name, parsed.GetValue(Columns)),
            Unit = parsed.GetValue(Unit)!,
            Step = parsed.GetValue(Step),
            Polls = Pairs(Polls.Name, parsed.GetValue(Polls), mayLackName: true),
            Until = parsed.GetValue(Until),
            Outcomes = Pairs(Outcomes.Name, parsed.GetValue(Outcomes)),
            Inventory = parsed.GetValue(Inventory),
            UsesRest = parsed.GetValue(UsesRest),
            Seed = parsed.GetValue(Seed),
        };

    /// <summary>Splits <c>a=b,c=d</c>; what has no name gets the empty one where it may lack it.</summary>
    private static SortedDictionary<string, string> Pairs(string option, string[]? texts, bool mayLackName = false)
    {
        var pairs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in (texts ?? []).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries)))
        {
            var sign = text.IndexOf('=', StringComparison.Ordinal);
            if ((sign < 1 && !mayLackName) || text.Length == sign + 1)
            {
                throw new StudyOptionException($"{option} has '{text}': NAME=VALUE is needed.");
            }

            if (!pairs.TryAdd(sign < 0 ? "" : text[..sign], text[(sign + 1)..]))
            {
                throw new StudyOptionException($"{option} names '{text[..Math.Max(0, sign)]}' twice.");
            }
        }

        return pairs;
    }
}
