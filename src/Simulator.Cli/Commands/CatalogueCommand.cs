using System.CommandLine;
using Simulator.Cli.Terminal;
using Simulator.Experiments.Catalogue;
using Simulator.Reporting.Catalogue;
using Simulator.Reporting.Tables;

namespace Simulator.Cli.Commands;

/// <summary><c>o1sim catalogue</c>: published limits, defaults and times that a scenario may name.</summary>
internal static class CatalogueCommand
{
    public static Command Make()
    {
        var name = new Argument<string?>("name")
        {
            Description = "A name, or how names begin, such as slurm; all unless told otherwise.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var format = new Option<string>("--format")
        {
            Description = "What stdout gets.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "csv");
        var command = new Command("catalogue", "Lists published limits, defaults and times, with source and date.")
        {
            name,
            format,
        };
        command.SetAction(parsed => Show(parsed.GetValue(name), parsed.GetValue(format)!));
        return command;
    }

    private static int Show(string? name, string format)
    {
        var entries = Wanted(name);
        if (entries.Count == 0)
        {
            var cure = PublishedValues.Nearest(name!) is { } nearest
                ? $"Did you mean '{nearest}'?"
                : "'o1sim catalogue' lists all.";
            Console.Error.WriteLine($"o1sim: The catalogue has no '{name}'. {cure}");
            return ExitCode.BadInput;
        }

        using var stdout = Console.OpenStandardOutput();
        switch (format)
        {
            case "json":
                CatalogueJson.Write(entries, stdout);
                break;
            case "csv":
                CsvTables.Write(CatalogueTables.Of(entries), stdout);
                break;
            default:
                CatalogueText.Write(entries, Console.Out, Screen.Layout());
                break;
        }

        return ExitCode.Answered;
    }

    private static IReadOnlyList<CatalogueEntry> Wanted(string? name) =>
        name is null ? PublishedValues.All
        : PublishedValues.Find(name) is { } entry ? [entry]
        : [.. PublishedValues.All.Where(other => other.Name.StartsWith(name, StringComparison.Ordinal))];
}
