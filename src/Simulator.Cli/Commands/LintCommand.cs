using System.CommandLine;
using Simulator.Cli.Terminal;
using Simulator.Experiments.Linting;
using Simulator.Experiments.Scenarios;
using Simulator.Reporting.Linting;
using Simulator.Reporting.Tables;

namespace Simulator.Cli.Commands;

/// <summary><c>o1sim lint FILE...</c>: what arithmetic says of scenarios before any run.</summary>
internal static class LintCommand
{
    public static Command Make()
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Scenario files.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format")
        {
            Description = "What stdout gets.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "csv");
        var command = new Command(
            "lint",
            "Says without a run what is hidden in scenario files: caps, changes of class, deadlines that must fail."
        )
        {
            files,
            format,
        };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, parsed.GetValue(format)!));
        return command;
    }

    /// <summary>Files that cannot be read are complained of; the others are answered all the same.</summary>
    private static int Run(string[] files, string format)
    {
        var results = new List<LintResult>();
        var code = ExitCode.Answered;
        foreach (var file in files)
        {
            var result = Guard.Run(() =>
            {
                results.Add(ScenarioLint.Run(ScenarioFile.Read(file)));
                return ExitCode.Answered;
            });
            code = Math.Max(code, result);
        }

        return results.Count == 0 ? code : Math.Max(code, Guard.Run(() => Report(results, format)));
    }

    private static int Report(List<LintResult> results, string format)
    {
        using var output = Console.OpenStandardOutput();
        switch (format)
        {
            case "json":
                LintJson.Write(results, output);
                break;
            case "csv":
                CsvTables.Write(LintTables.Of(results), output);
                break;
            default:
                LintText.Write(results, Console.Out, Screen.Layout());
                break;
        }

        return ExitCode.Answered;
    }
}
