using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;

namespace Simulator.Experiments.Scenarios.Language;

/// <summary>What of a scenario was measured, by whom, and which of its numbers were taken from the measurement.</summary>
internal static class EvidenceLanguage
{
    /// <summary>The most numbers of a case that may be taken from its own measurements.</summary>
    public const int MostCalibrated = 2;

    private static readonly ReferenceShape Path = new("the path of a quantity in this file", "cluster.nodes");
    private static readonly ReferenceShape Words = new("a text", "nodes");

    private static readonly EntriesShape Points = new(
        "a map from n to the time measured there",
        new RealShape(0, 1e12, isOpen: true),
        new DurationShape(1)
    )
    {
        ExampleKey = "1",
        Least = 1,
    };

    private static readonly MapShape Calibrated = new(
        "a calibrated number",
        () =>
            [
                new("points", Points, "The points that set this number: n and the time measured there.")
                {
                    IsRequired = true,
                    Example = "{ 1: 655.3 s, 40: 716.2 s }",
                },
                new("why", Words, "Why no documented value serves.") { IsRequired = true, Example = "not published" },
            ]
    );

    private static readonly EntriesShape Calibrate = new("a map of calibrated numbers", Path, Calibrated)
    {
        ExampleKey = "update.steps.install.takes",
        Most = MostCalibrated,
    };

    /// <summary>The section <c>evidence</c>.</summary>
    public static readonly MapShape Evidence = new(
        "evidence",
        () =>
            [
                new("n", Words, "What n counts: nodes, ranks, pods, clients or images.")
                {
                    IsRequired = true,
                    Example = "nodes",
                },
                new("sets", Path, "The quantity that n replaces; nothing with 'measures: nth'.")
                {
                    Default = "cluster.nodes",
                },
                new(
                    "measures",
                    new WordShape("makespan", "mean", "p50", "p90", "p99", "p999", "nth"),
                    "What was measured: the end of the last node, a mean or a percentile of their ends, or the n-th end."
                )
                {
                    Default = "makespan",
                },
                new(
                    "kind",
                    new WordShape("predicted", "negative-control"),
                    "Whether the mechanism is known; where it is not, the case is shown and never counted."
                )
                {
                    Default = "predicted",
                },
                new("mechanism", Words, "What sets the time, in a sentence.")
                {
                    IsRequired = true,
                    Example = "one server's link is shared by all nodes",
                },
                new(
                    "capacity",
                    Path,
                    "The limit that the mechanism stands on; twice as much must change the prediction."
                )
                {
                    IsRequired = true,
                    Example = "services.images.link.bandwidth",
                },
                new(
                    "margin",
                    new ShareShape(isOpen: false),
                    "How far beyond the simulated range a measurement may lie, where too few points tell."
                )
                {
                    Default = "0 %",
                    Example = "10 %",
                },
                new("calibrate", Calibrate, "Numbers of this file that were set by its own measurements.")
                {
                    Example = "{ update.steps.install.takes: { points: { 1: 655.3 s }, why: not published } }",
                },
                new("source", Words, "Where the measurement was published.")
                {
                    IsRequired = true,
                    Example = "https://example.org/results",
                },
                new("licence", Words, "Under which terms the numbers are repeated here.")
                {
                    IsRequired = true,
                    Example = "Apache-2.0",
                },
            ]
    );
}
