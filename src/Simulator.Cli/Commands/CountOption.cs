using System.CommandLine;
using System.Globalization;

namespace Simulator.Cli.Commands;

/// <summary>Options that are counts.</summary>
internal static class CountOption
{
    /// <summary>An option that takes a whole number from 1 up; whatever else stands there is one error.</summary>
    public static Option<int?> Make(string name, int most, string description) =>
        new(name)
        {
            Description = description,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (
                    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number >= 1
                    && number <= most
                )
                {
                    return number;
                }

                result.AddError(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name} is '{text}': a number from 1 to {most:#,0} is needed."
                    )
                );
                return null;
            },
        };
}
