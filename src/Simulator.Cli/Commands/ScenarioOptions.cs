using System.CommandLine;

namespace Simulator.Cli.Commands;

/// <summary>The options that all commands share which answer a scenario.</summary>
/// <param name="name">The command.</param>
/// <param name="nodesHelp">What <c>--nodes</c> takes.</param>
internal sealed class ScenarioOptions(string name, string nodesHelp)
{
    private readonly Argument<string> _file = new("file") { Description = "The scenario." };
    private readonly Option<string?> _nodes = new("--nodes") { Description = nodesHelp };
    private readonly Option<int?> _replications = CountOption.Make(
        "--replications",
        1_000_000,
        "A fixed number of replications."
    );
    private readonly Option<int?> _threads = CountOption.Make(
        "--threads",
        1_024,
        "Threads; all cores unless told otherwise."
    );
    private readonly Option<string?> _seed = new("--seed") { Description = "The seed instead of the file's." };
    private readonly Option<string?> _folder = new("--out")
    {
        Description = "Folder for tables, pictures and finished units; the same command resumes from it.",
    };
    private readonly Option<bool> _force = new("--force") { Description = "Replace a folder of another scenario." };
    private readonly Option<string> _format = new("--format")
    {
        Description = "What stdout gets.",
        DefaultValueFactory = _ => "text",
    };
    private readonly Option<bool> _noLint = new("--no-lint") { Description = "Run even what must deadlock." };

    /// <summary>Adds them to a command, in the order of its help.</summary>
    public void AddTo(Command command)
    {
        _format.AcceptOnlyFromAmong("text", "json", "csv");
        command.Add(_file);
        Option[] options = [_nodes, _replications, _threads, _seed, _folder, _force, _format, _noLint];
        foreach (var option in options)
        {
            command.Add(option);
        }
    }

    /// <summary>What the user wrote.</summary>
    public StudyRequest Read(ParseResult parsed) =>
        new()
        {
            Command = name,
            File = parsed.GetValue(_file)!,
            Nodes = parsed.GetValue(_nodes),
            Replications = parsed.GetValue(_replications),
            Threads = parsed.GetValue(_threads) ?? Environment.ProcessorCount,
            Seed = parsed.GetValue(_seed),
            Folder = parsed.GetValue(_folder),
            IsForced = parsed.GetValue(_force),
            Format = parsed.GetValue(_format)!,
            HasLint = !parsed.GetValue(_noLint),
        };
}
