using System.CommandLine;

namespace Simulator.Cli.Commands;

/// <summary><c>o1sim replay FILE...</c>: fingerprints and hashes, to be compared with those of another machine.</summary>
internal static class ReplayCommand
{
    public static Command Make()
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Scenario files, or folders of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var replications = CountOption.Make(
            "--replications",
            1_000_000,
            "Replications of every cell; 2 unless told otherwise."
        );
        var threads = CountOption.Make("--threads", 1_024, "Threads; all cores unless told otherwise.");
        var command = new Command(
            "replay",
            "Sweeps scenarios and prints fingerprint and SHA-256 of the results, to compare machines."
        )
        {
            files,
            replications,
            threads,
        };
        command.SetAction(parsed =>
            Guard.Run(() =>
                ReplaySession.Run(
                    parsed.GetValue(files)!,
                    parsed.GetValue(replications) ?? 2,
                    parsed.GetValue(threads) ?? Environment.ProcessorCount
                )
            )
        );
        return command;
    }
}
