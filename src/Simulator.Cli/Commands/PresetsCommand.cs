using System.CommandLine;
using Simulator.Cli.Terminal;
using Simulator.Experiments.Presets;
using Simulator.Reporting.Presets;
using Simulator.Reporting.Tables;

namespace Simulator.Cli.Commands;

/// <summary><c>o1sim presets [NAME]</c>: the strategies of tools, or all about one of them.</summary>
internal static class PresetsCommand
{
    public static Command Make()
    {
        var name = new Argument<string?>("name")
        {
            Description = "The preset to explain; all are listed without it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var format = new Option<string>("--format")
        {
            Description = "What stdout gets.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "csv");
        var command = new Command(
            "presets",
            "Lists the strategies of tools, or explains one: parameters, limits, source."
        )
        {
            name,
            format,
        };
        command.SetAction(parsed => Guard.Run(() => Run(parsed.GetValue(name), parsed.GetValue(format)!)));
        return command;
    }

    private static int Run(string? name, string format)
    {
        var one = PresetCatalogue.Pages.FirstOrDefault(preset => preset.Id == name);
        if (name is not null && one is null)
        {
            throw new StudyOptionException($"'{name}' is no preset. {PresetCatalogue.Suggest(name)}");
        }

        var pages = one is null ? PresetCatalogue.Pages : [one];
        using var output = Console.OpenStandardOutput();
        switch (format)
        {
            case "json":
                PresetJson.Write(pages, output);
                break;
            case "csv":
                CsvTables.Write(one is null ? PresetTables.Of(pages) : PresetTables.Parameters(one), output);
                break;
            case "text" when one is not null:
                PresetText.WriteOne(one, Console.Out, Screen.Layout());
                break;
            default:
                PresetText.WriteAll(pages, Console.Out, Screen.Layout());
                break;
        }

        return ExitCode.Answered;
    }
}
