using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Cluster.Updates;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Downloads that share a link.</summary>
internal static class Transfers
{
    public static Answer EqualFlows(OracleRow row) =>
        Completions.Answer(row, Models.Run(Models.Of(row.Nodes, [Download(row)], [LinkOf(row)])));

    public static Answer PermitsThenStation(OracleRow row) =>
        Completions.Answer(
            row,
            Models.Run(
                Models.Of(
                    row.Nodes,
                    [Download(row) with { Uses = [new UseSpec("permits")] }, Models.Step("restart", row["s"], "slots")],
                    [
                        Models.Station("permits", row.Count("permits")),
                        LinkOf(row),
                        Models.Station("slots", row.Count("c")),
                    ]
                )
            )
        );

    private static StepSpec Download(OracleRow row) =>
        new() { Name = "download", Transfer = new TransferSpec(Models.Megabytes(row["S_MB"]), "link") };

    private static Cluster.Services.LinkSpec LinkOf(OracleRow row) =>
        Models.Link("link", row["C_MBps"], row.Optional("cap_MBps"));
}
