using System.Globalization;

namespace Simulator.Cli.Commands;

/// <summary>Sizes N in an option, such as <c>500000,1000000</c>.</summary>
internal static class SizeList
{
    private const long Most = 1_000_000_000_000;

    /// <summary>Reads the list; empty where the option is not given.</summary>
    /// <exception cref="StudyOptionException">No number, one below 1 or beyond 1e12, or one that stands there twice.</exception>
    public static IReadOnlyList<long> Read(string option, string? text)
    {
        if (text is null)
        {
            return [];
        }

        var sizes = text.Split(',', StringSplitOptions.TrimEntries).Select(Number).ToList();
        if (sizes.Contains(item: null))
        {
            throw new StudyOptionException(
                $"{option} is '{text}': numbers from 1 to 1e12 are needed, such as 500000,1000000."
            );
        }

        return sizes.Distinct().Count() < sizes.Count
            ? throw new StudyOptionException($"{option} is '{text}': one size stands there twice.")
            : [.. sizes.OfType<long>()];
    }

    private static long? Number(string word) =>
        long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is >= 1 and <= Most
            ? number
            : null;
}
