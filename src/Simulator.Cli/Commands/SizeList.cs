using System.Globalization;

namespace Simulator.Cli.Commands;

/// <summary>Sizes N in an option, such as <c>500000,1000000</c>.</summary>
internal static class SizeList
{
    /// <summary>Reads the list; empty where the option is not given.</summary>
    /// <param name="option">Its name.</param>
    /// <param name="text">What stands there.</param>
    /// <param name="most">The largest N that makes sense, a power of ten.</param>
    /// <param name="empty">Whether commas with nothing between them are passed over.</param>
    /// <exception cref="StudyOptionException">No number, one below 1 or too large, or one that stands there twice.</exception>
    public static IReadOnlyList<long> Read(
        string option,
        string? text,
        long most,
        StringSplitOptions empty = StringSplitOptions.None
    )
    {
        if (text is null)
        {
            return [];
        }

        var words = text.Split(',', StringSplitOptions.TrimEntries | empty);
        var sizes = words.Select(word => Number(word, most)).ToList();
        if (sizes.Contains(item: null))
        {
            throw new StudyOptionException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{option} is '{text}': numbers from 1 to {(double)most:0e0} are needed, such as 500000,1000000."
                )
            );
        }

        return sizes.Distinct().Count() < sizes.Count
            ? throw new StudyOptionException($"{option} is '{text}': one size stands there twice.")
            : [.. sizes.OfType<long>()];
    }

    private static long? Number(string word, long most) =>
        long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1
        && number <= most
            ? number
            : null;
}
