using System.Text;

namespace Simulator.Experiments.Logs;

/// <summary>A log with rows that cannot be used, while the rest was not asked for.</summary>
public sealed class LogProblemsException : Exception
{
    private const int Shown = 50;

    /// <summary>Makes the exception; its message is the whole text for the user.</summary>
    public LogProblemsException(string file, LogProblems problems)
        : base(Format(file, problems)) => Problems = problems;

    /// <summary>The rows.</summary>
    public LogProblems Problems { get; }

    /// <summary>The first fifty rows, one a line, and how many of each kind there are.</summary>
    public static string Format(string file, LogProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var text = new StringBuilder();
        foreach (var problem in problems.Kept.Take(Shown))
        {
            text.Append(file).Append(": row ").Append(problem.Row).Append(": ").Append(problem.Detail).Append(".\n");
        }

        if (problems.Total > Shown)
        {
            text.Append("... and ").Append((problems.Total - Shown).ToString("N0")).Append(" more.\n");
        }

        var kinds = string.Join(", ", problems.Counts.Select(pair => $"{pair.Value:N0} {pair.Key}"));
        return text.Append(problems.Total == 1 ? "1 row" : $"{problems.Total:N0} rows")
            .Append($" cannot be used ({kinds}).\n")
            .ToString();
    }
}
