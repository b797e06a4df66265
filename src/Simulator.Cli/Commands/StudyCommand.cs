using System.CommandLine;

namespace Simulator.Cli.Commands;

/// <summary><c>o1sim run</c> and <c>o1sim sweep</c>: the same options, one size or many.</summary>
internal static class StudyCommand
{
    public static Command Make(string name, string description)
    {
        var file = new Argument<string>("file") { Description = "The scenario." };
        var nodes = new Option<string?>("--nodes")
        {
            Description = "N instead of the file's; for sweep a list such as 1,100,1000.",
        };
        var replications = CountOption.Make("--replications", 1_000_000, "A fixed number of replications.");
        var threads = CountOption.Make("--threads", 1_024, "Threads; all cores unless told otherwise.");
        var seed = new Option<string?>("--seed") { Description = "The seed instead of the file's." };
        var folder = new Option<string?>("--out")
        {
            Description = "Folder for tables, pictures and finished units; the same command resumes from it.",
        };
        var force = new Option<bool>("--force") { Description = "Replace a folder of another scenario." };
        var format = new Option<string>("--format")
        {
            Description = "What stdout gets.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "csv");
        var lint = new Option<bool>("--no-lint") { Description = "Run even what must deadlock." };
        var records = new Option<bool>("--records")
        {
            Description = "Write nodes.csv of replication 0 at the largest N to --out.",
        };
        var command = new Command(name, description)
        {
            file,
            nodes,
            replications,
            threads,
            seed,
            folder,
            force,
            format,
            lint,
            records,
        };
        command.SetAction(parsed =>
        {
            var request = new StudyRequest
            {
                Command = name,
                File = parsed.GetValue(file)!,
                Nodes = parsed.GetValue(nodes),
                Replications = parsed.GetValue(replications),
                Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
                Seed = parsed.GetValue(seed),
                Folder = parsed.GetValue(folder),
                IsForced = parsed.GetValue(force),
                Format = parsed.GetValue(format)!,
                HasLint = !parsed.GetValue(lint),
                HasRecords = parsed.GetValue(records),
            };
            return Guard.Run(() => StudySession.Run(request));
        });
        return command;
    }
}
