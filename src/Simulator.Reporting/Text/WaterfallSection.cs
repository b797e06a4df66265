using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Text;

/// <summary>The ladder from T_1 to T(N) with bars of blocks.</summary>
internal static class WaterfallSection
{
    private const int MostName = 30;
    private const int MostBar = 60;
    private const int LeastBar = 12;

    public static IReadOnlyList<string> Lines(StudyResult study, TextLayout layout)
    {
        var bars = study.Waterfall;
        if (bars.Count == 0)
        {
            return [];
        }

        var total = bars[^1].TotalSeconds;
        string[] names = [.. bars.Select(bar => bar.Cause), "T(N)"];
        string[] times =
        [
            .. bars.Select((bar, row) => row == 0 ? HumanTime.Of(bar.Seconds) : HumanTime.Signed(bar.Seconds)),
            HumanTime.Of(total),
        ];
        string[] shares = [.. bars.Select(bar => Share(bar.Seconds, total)), string.Empty];
        TextColumn[] words =
        [
            new("cause", 0, [.. names.Select(name => TextLayout.Cut(name, MostName))]) { IsText = true },
            new("adds", 0, times),
            new("of T(N)", 1, shares),
        ];
        var room = layout.Width <= 0 ? MostBar : Math.Clamp(TextTable.RoomBeside(words, layout), LeastBar, MostBar);
        var low = Math.Min(0, bars.Min(bar => bar.TotalSeconds));
        var high = Math.Max(low + 1e-12, bars.Max(bar => Math.Max(bar.TotalSeconds, bar.TotalSeconds - bar.Seconds)));
        string Bar(double start, double end) => Blocks((start - low) / (high - low), (end - low) / (high - low), room);

        string[] blocks = [.. bars.Select(bar => Bar(bar.TotalSeconds - bar.Seconds, bar.TotalSeconds)), Bar(0, total)];
        return TextTable.Lines([.. words, new TextColumn(string.Empty, 1, blocks) { IsText = true }], layout);
    }

    private static string Share(double seconds, double total) => total > 0 ? HumanShare.Of(seconds / total) : "-";

    /// <summary>Full blocks between two shares of the room, light ones where it goes back; at least a thin one.</summary>
    private static string Blocks(double start, double end, int room)
    {
        var first = (int)Math.Round(Math.Min(start, end) * room, MidpointRounding.ToEven);
        var last = (int)Math.Round(Math.Max(start, end) * room, MidpointRounding.ToEven);
        var sign = end < start ? '░' : '█';
        return last > first
            ? new string(' ', first) + new string(sign, last - first)
            : new string(' ', Math.Min(first, room - 1)) + "▏";
    }
}
