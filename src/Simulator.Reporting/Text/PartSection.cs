using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Text;

/// <summary>What a cell is made of: blame, steps, services.</summary>
internal static class PartSection
{
    public static IReadOnlyList<string> Blame(CellResult cell, TextLayout layout)
    {
        var parts = cell.Blame;
        var total = parts.Sum(part => part.Seconds);
        return TextTable.Of(
            parts,
            layout,
            ("cause", 0, part => part.Cause, true),
            ("time", 0, part => HumanTime.Of(part.Seconds), false),
            ("of T(N)", 1, part => total > 0 ? HumanShare.Of(part.Seconds / total) : "-", false),
            ("bites in runs", 2, part => HumanShare.Of(part.BitesShare), false)
        );
    }

    public static IReadOnlyList<string> Steps(CellResult cell, TextLayout layout) =>
        TextTable.Of(
            cell.Steps,
            layout,
            ("step", 0, step => step.Step, true),
            ("per", 4, step => step.Per, true),
            ("starts", 5, step => HumanTime.Of(step.StartMean), false),
            ("work", 0, step => HumanTime.Of(step.WorkMean), false),
            ("waits", 0, step => HumanTime.Of(step.WaitMean), false),
            ("lost to failures", 2, step => HumanTime.Of(step.LostMean), false),
            (
                "attempts",
                6,
                step => step.AttemptsMean is { } mean ? FormattableString.Invariant($"{mean:0.###}") : "-",
                false
            ),
            ("last one done", 3, step => HumanTime.Of(step.LastEndMean), false)
        );

    public static IReadOnlyList<string> Services(CellResult cell, TextLayout layout) =>
        TextTable.Of(
            cell.Services,
            layout,
            ("service", 0, service => service.Service, true),
            ("kind", 2, service => service.Kind, true),
            ("wait of a node", 0, service => HumanTime.Of(service.WaitMean), false),
            ("busy", 1, service => service.Utilisation is { } share ? HumanShare.Of(share) : "-", false)
        );
}
