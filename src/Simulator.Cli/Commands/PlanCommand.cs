using System.CommandLine;
using System.Globalization;
using Simulator.Experiments.Planning;

namespace Simulator.Cli.Commands;

/// <summary><c>o1sim plan FILE</c>: the least changes that reach a goal.</summary>
internal static class PlanCommand
{
    private const string Name = "plan";

    private static readonly Option<string?> Within = new("--within")
    {
        Description = "How far T(N) may lie above the floor, as '10 %'.",
    };

    private static readonly Option<string?> Deadline = new("--deadline")
    {
        Description = "The time in which the rollout has to be over, as '8 h'.",
    };

    private static readonly Option<string?> Probability = new("--probability")
    {
        Description = "The share of the runs that has to meet the deadline; '95 %' unless told otherwise.",
    };

    private static readonly Option<string[]> Only = new("--only")
    {
        Description =
            "Key paths that may be raised, as rollout.limit.max-unavailable; all limits unless told otherwise.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string[]> Prices = new("--price")
    {
        Description = "The price of one more unit, as services.uploads.station.servers=250; may be repeated.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<bool> LargestNodes = new("--largest-nodes")
    {
        Description = "Say up to which N, at most that of the file or of --nodes, the goal holds as things are.",
    };

    public static Command Make()
    {
        var options = new ScenarioOptions(Name, "N instead of the file's.");
        var command = new Command(
            Name,
            "Finds the least changes that reach a goal, in order; the goals of the file unless told otherwise."
        );
        options.AddTo(command);
        foreach (var option in (Option[])[Within, Deadline, Probability, Only, Prices, LargestNodes])
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
            Guard.Run(() =>
            {
                var request = new PlanRequest(options.Read(parsed))
                {
                    Within = parsed.GetValue(Within),
                    Deadline = parsed.GetValue(Deadline),
                    Probability = parsed.GetValue(Probability),
                    AsksLargest = parsed.GetValue(LargestNodes),
                    Terms = new PlanTerms
                    {
                        Only = parsed.GetValue(Only) ?? [],
                        Prices = PricesOf(parsed.GetValue(Prices) ?? []),
                    },
                };
                return PlanSession.Run(request);
            })
        );
        return command;
    }

    private static SortedDictionary<string, double> PricesOf(string[] texts)
    {
        var prices = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var sign = text.IndexOf('=', StringComparison.Ordinal);
            var isNumber = double.TryParse(
                text.AsSpan(sign + 1),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var price
            );
            if (sign < 1 || !isNumber || !double.IsFinite(price))
            {
                throw new StudyOptionException($"--price has '{text}': PATH=NUMBER is needed.");
            }

            if (!prices.TryAdd(text[..sign], price))
            {
                throw new StudyOptionException($"--price names '{text[..sign]}' twice.");
            }
        }

        return prices;
    }
}
