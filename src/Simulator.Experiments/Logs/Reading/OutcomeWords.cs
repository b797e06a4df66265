using System.Text;

namespace Simulator.Experiments.Logs.Reading;

/// <summary>Words for outcomes: those of Slurm, Kubernetes and Ansible, and what the user adds.</summary>
internal sealed class OutcomeWords
{
    private static readonly (LogOutcome Outcome, string Words)[] Known =
    [
        (LogOutcome.Ok, "ok success succeeded successful completed complete done changed true passed pass 0"),
        (LogOutcome.Failed, "failed failure fail error timeout node_fail boot_fail out_of_memory unreachable false"),
        (
            LogOutcome.Unfinished,
            "unfinished running pending in-progress in_progress cancelled canceled preempted unknown"
        ),
    ];

    private readonly Dictionary<string, LogOutcome> _outcomes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, LogOutcome>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly char[] _characters = new char[64];

    public OutcomeWords(IReadOnlyDictionary<string, string> further)
    {
        foreach (var (outcome, words) in Known)
        {
            foreach (var word in words.Split(' '))
            {
                _outcomes.Add(word, outcome);
            }
        }

        foreach (var (word, meaning) in further)
        {
            _outcomes[word] = Enum.TryParse<LogOutcome>(meaning, ignoreCase: true, out var outcome)
                ? outcome
                : throw new LogException($"'{meaning}' is no outcome: write {word}=ok, failed or unfinished.");
        }

        _lookup = _outcomes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The outcome of a word, Slurm's <c>CANCELLED by 0</c> included; null where it is unknown.</summary>
    public LogOutcome? Find(ReadOnlySpan<byte> word)
    {
        if (word.Length > _characters.Length)
        {
            return null;
        }

        var text = _characters.AsSpan(0, Encoding.UTF8.GetChars(word, _characters));
        if (_lookup.TryGetValue(text, out var outcome))
        {
            return outcome;
        }

        var blank = text.IndexOf(' ');
        return blank > 0 && _lookup.TryGetValue(text[..blank], out outcome) ? outcome : null;
    }
}
