using System.Text;

namespace Simulator.Experiments.Logs.Checking;

/// <summary>Names of steps as a scenario writes them: small letters, digits and single hyphens, each name once.</summary>
internal static class StepNames
{
    private const int Longest = 60;

    public static IReadOnlyList<string> Of(IReadOnlyList<string> steps)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. steps.Select(step =>
            {
                var stem = Stem(step);
                var name = stem;
                for (var number = 2; !taken.Add(name); number++)
                {
                    name = $"{stem}-{number}";
                }

                return name;
            }),
        ];
    }

    private static string Stem(string step)
    {
        var name = new StringBuilder();
        foreach (var character in step)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                name.Append(char.ToLowerInvariant(character));
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }

            if (name.Length == Longest)
            {
                break;
            }
        }

        var stem = name.ToString().TrimEnd('-');
        return stem.Length == 0 || !char.IsAsciiLetterLower(stem[0]) ? ("step-" + stem).TrimEnd('-') : stem;
    }
}
