using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Text;

/// <summary>The ladder from T_1 to T(N) with bars of blocks.</summary>
internal static class WaterfallSection
{
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
        var words = Math.Min(30, names.Max(name => name.Length)) + times.Max(time => time.Length) + 8 + 6;
        var room = layout.Width <= 0 ? MostBar : Math.Clamp(layout.Columns - words, LeastBar, MostBar);
        var low = Math.Min(0, bars.Min(bar => bar.TotalSeconds));
        var high = Math.Max(low + 1e-12, bars.Max(bar => Math.Max(bar.TotalSeconds, bar.TotalSeconds - bar.Seconds)));
        string Bar(double start, double end) =>
            Blocks((start - low) / (high - low) * room, (end - low) / (high - low) * room);

        string[] blocks = [.. bars.Select(bar => Bar(bar.TotalSeconds - bar.Seconds, bar.TotalSeconds)), Bar(0, total)];
        return TextTable.Lines(
            [
                new TextColumn("cause", 0, [.. names.Select(name => TextLayout.Cut(name, 30))]) { IsText = true },
                new TextColumn("adds", 0, times),
                new TextColumn("of T(N)", 1, shares),
                new TextColumn(string.Empty, 1, blocks) { IsText = true },
            ],
            layout
        );
    }

    private static string Share(double seconds, double total) => total > 0 ? HumanShare.Of(seconds / total) : "-";

    /// <summary>Full blocks from start to end, light ones where it goes back; at least a thin one.</summary>
    private static string Blocks(double start, double end)
    {
        var first = (int)Math.Round(Math.Min(start, end), MidpointRounding.ToEven);
        var last = (int)Math.Round(Math.Max(start, end), MidpointRounding.ToEven);
        var sign = end < start ? '░' : '█';
        return new string(' ', first) + (last > first ? new string(sign, last - first) : "▏");
    }
}
