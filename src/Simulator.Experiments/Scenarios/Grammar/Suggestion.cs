namespace Simulator.Experiments.Scenarios.Grammar;

/// <summary>Finds what was probably meant.</summary>
internal static class Suggestion
{
    private const int Shortest = 3;
    private const int Longest = 64;
    private const int Listed = 20;
    private const int MostSlips = 3;

    /// <summary>The candidate with the smallest edit distance, where it is small enough to be a slip; else null.</summary>
    public static string? Nearest(string text, IEnumerable<string> candidates)
    {
        if (text.Length is < Shortest or > Longest)
        {
            return null;
        }

        var limit = Math.Clamp(text.Length / 3, 1, MostSlips);
        string? nearest = null;
        foreach (var candidate in candidates)
        {
            var distance = Distance(text, candidate, limit);
            if (distance <= limit)
            {
                (nearest, limit) = (candidate, distance - 1);
            }
        }

        return nearest;
    }

    /// <summary>"Did you mean ...?" or, where nothing is near, the list of what there is.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="candidates">What may be written.</param>
    /// <param name="what">What the candidates are, such as "Services here".</param>
    /// <returns>A sentence.</returns>
    public static string Sentence(string text, IReadOnlyCollection<string> candidates, string what)
    {
        if (Nearest(text, candidates) is { } nearest)
        {
            return $"Did you mean '{nearest}'?";
        }

        return candidates.Count switch
        {
            0 => $"{what}: none.",
            > Listed => $"{what}: {string.Join(", ", candidates.Take(Listed))} and {candidates.Count - Listed} more.",
            _ => $"{what}: {string.Join(", ", candidates)}.",
        };
    }

    /// <summary>"a, b or c".</summary>
    public static string List(IEnumerable<string> words, string conjunction = "or")
    {
        var all = words.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {conjunction} {all[^1]}";
    }

    /// <summary>
    /// Insertions, deletions, substitutions and swaps of neighbours; above the limit any larger number. Only cells within
    /// the limit of the diagonal are looked at, since a file may ask this very often.
    /// </summary>
    private static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return int.MaxValue;
        }

        Span<int> cells = stackalloc int[3 * (Longest + MostSlips + 2)];
        cells.Fill(Longest);
        var width = cells.Length / 3;
        var before = cells[..width];
        var last = cells[width..(2 * width)];
        var row = cells[(2 * width)..];
        for (var j = 0; j <= Math.Min(limit, right.Length); j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var (from, to) = (Math.Max(1, i - limit), Math.Min(right.Length, i + limit));
            row[from - 1] = from == 1 ? i : Longest;
            var least = row[from - 1];
            for (var j = from; j <= to; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], j == i + limit ? Longest : last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > limit)
            {
                return int.MaxValue;
            }

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[right.Length];
    }
}
