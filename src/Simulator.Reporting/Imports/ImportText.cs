using Simulator.Experiments.Imports;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Imports;

/// <summary>What <c>o1sim import</c> prints, and what it says beside that.</summary>
public static class ImportText
{
    /// <summary>The sections <c>rollout</c>: one, or several as documents of their own.</summary>
    /// <param name="strategies">The strategies, at least one.</param>
    /// <returns>YAML, lines that end with <c>\n</c>.</returns>
    public static string Of(IReadOnlyList<ImportedStrategy> strategies) =>
        string.Join("---\n", strategies.Select(strategy => RolloutText.Of(strategy, [])));

    /// <summary>Writes what the user should know beside the answer: what is missing, what is left out, what else was found.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="writer">Where it goes; its own line ends are used.</param>
    /// <param name="layout">Width.</param>
    public static void WriteRemarks(ImportResult result, TextWriter writer, TextLayout layout)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(layout);
        foreach (var line in Remarks(result).SelectMany(remark => layout.Wrap(remark, "o1sim: ", "  ")))
        {
            writer.WriteLine(line);
        }
    }

    private static List<string> Remarks(ImportResult result)
    {
        var remarks = new List<string>();
        if (result.Strategies.Count > 1)
        {
            var subjects = string.Join(", ", result.Strategies.Select(strategy => strategy.Subject));
            remarks.Add($"{result.Strategies.Count} strategies, a document each: {subjects}. --only NAME takes one.");
        }

        foreach (var strategy in result.Strategies)
        {
            remarks.AddRange(strategy.Missing.Select(missing => $"{strategy.Subject}: {RolloutText.Need(missing)}."));
            if (strategy.Notes.Count > 0)
            {
                var count = strategy.Notes.Count == 1 ? "1 key is" : $"{strategy.Notes.Count} keys are";
                remarks.Add($"{strategy.Subject}: {count} not carried over; the comments at the end say why.");
            }
        }

        remarks.AddRange(result.Notes.Select(note => note.Sentence));
        return remarks;
    }
}
