using Simulator.Reporting.Text;

namespace Simulator.Cli.Terminal;

/// <summary>What stdout can show.</summary>
internal static class Screen
{
    private const int Narrowest = 40;

    public static TextLayout Layout()
    {
        if (Console.IsOutputRedirected)
        {
            return new TextLayout(0);
        }

        var hasColour =
            Environment.GetEnvironmentVariable("NO_COLOR") is null or ""
            && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        return new TextLayout(Math.Max(Narrowest, Console.WindowWidth), hasColour);
    }
}
