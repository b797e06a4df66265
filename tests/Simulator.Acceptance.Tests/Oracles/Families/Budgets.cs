using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Analysis.Horizons;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>The largest cluster within a budget, by the closed forms of the analysis.</summary>
internal static class Budgets
{
    public static Answer LargestCluster(OracleRow row)
    {
        Func<long, double?> makespan = row.Text("kind") switch
        {
            "exp_inf" => nodes => ClosedFormMakespan.Exponential(nodes, row["rate"]),
            "exp_c" => nodes => ClosedFormMakespan.ExponentialOnServers(nodes, row.Count("c"), row["mu"]),
            "ddc" => nodes => ClosedFormMakespan.ConstantOnServers(nodes, row.Count("c"), row["s"]),
            "tb" => nodes => ClosedFormMakespan.TokenBucket(nodes, row["r"], row["b"]),
            "link" => nodes => ClosedFormMakespan.SharedLink(nodes, 1, row["C"], row["cap"]),
            var kind => throw row.Unknown(kind),
        };
        return row.Quantity == "N*"
            ? Answer.Of(LargestSize.Within(makespan, row.Optional("budget") ?? (1 / row["cap"])))
            : throw row.Unknown(row.Quantity);
    }
}
