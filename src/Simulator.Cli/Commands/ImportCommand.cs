using System.CommandLine;

namespace Simulator.Cli.Commands;

/// <summary><c>o1sim import FILE...</c>: from what other tools are configured with to the section <c>rollout</c>.</summary>
internal static class ImportCommand
{
    private static readonly Option<string?> Scenario = new("--scenario")
    {
        Description = "A scenario that gets the imported rollout in place of its own; the whole scenario is printed.",
    };

    private static readonly Option<string[]> Given = new("--set")
    {
        Description = "A parameter that no file holds, as retry-period=5s; may be repeated, goes before the files.",
    };

    private static readonly Option<string?> Only = new("--only")
    {
        Description = "The one strategy to take where there are several, as Deployment/web.",
    };

    private static readonly Option<string?> File = new("--out") { Description = "File for the answer, else stdout." };

    private static readonly Option<bool> Force = new("--force") { Description = "Replace a file that exists." };

    public static Command Make()
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Manifests, playbooks, ansible.cfg, values, jobs as JSON, flags of kured; - for stdin.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format")
        {
            Description = "What the answer is written as.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command(
            "import",
            "Turns what other tools are configured with into the rollout of a scenario."
        )
        {
            files,
            Scenario,
            Given,
            Only,
            File,
            Force,
            format,
        };
        command.SetAction(parsed =>
            Guard.Run(() =>
                ImportSession.Run(
                    new ImportRequest(parsed.GetValue(files)!, Pairs(parsed.GetValue(Given) ?? []))
                    {
                        Scenario = parsed.GetValue(Scenario),
                        Only = parsed.GetValue(Only),
                        File = parsed.GetValue(File),
                        IsForced = parsed.GetValue(Force),
                        Format = parsed.GetValue(format)!,
                    }
                )
            )
        );
        return command;
    }

    private static Dictionary<string, string> Pairs(string[] texts)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var sign = text.IndexOf('=', StringComparison.Ordinal);
            if (sign < 1 || sign == text.Length - 1)
            {
                throw new StudyOptionException($"--set has '{text}': NAME=VALUE is needed.");
            }

            if (!pairs.TryAdd(text[..sign], text[(sign + 1)..]))
            {
                throw new StudyOptionException($"--set names '{text[..sign]}' twice.");
            }
        }

        return pairs;
    }
}
