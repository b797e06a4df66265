using System.Security.Cryptography;
using System.Text;
using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Digests;

/// <summary>SHA-256 of what a study found, 64 small hexadecimal digits.</summary>
/// <remarks>
/// Simulation and findings are hashed value by value, in a list of quantities that is fixed for a results version: a new
/// column, another word or another layout leaves them alone. Thread-safe.
/// </remarks>
public static class StudyDigest
{
    /// <summary>
    /// Over what was simulated, replication by replication: no function of the C library stands behind any of it, so it is
    /// the same on every machine.
    /// </summary>
    /// <param name="study">The study.</param>
    public static string OfSimulation(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var values = new ValueLines();
        foreach (var cell in study.Cells)
        {
            values.Add("cell", cell.AxisValues).Add("nodes", cell.Nodes);
            foreach (
                var (run, solo, soloWithFailures) in cell.Runs.Select(run => (run.Run, run.Solo, run.SoloWithFailures))
            )
            {
                values.Add("makespan", run.Makespan).Add("share", run.TimeToShare).Add("failed", run.FailedNodes);
                values.Add("lost", run.LostNodeSeconds).Add("solo", solo).Add("solo failing", soloWithFailures);
                values.Add("blame", run.Blame).Add("waits", run.Waits).Add("busy", run.Busy);
                values.Add("fingerprint", run.Fingerprint);
            }
        }

        return HashOf(values.ToString());
    }

    /// <summary>
    /// Over what was concluded: intervals, T_1, T_inf, thresholds, waterfall, law and horizon. Logarithms of the C library
    /// stand behind some of it, so its last digits may differ between kinds of machine.
    /// </summary>
    /// <param name="study">The study.</param>
    public static string OfFindings(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var values = new ValueLines();
        foreach (var cell in study.Cells)
        {
            values.Add("mean", cell.Makespan?.Mean).Add("lo", cell.Makespan?.Lower).Add("hi", cell.Makespan?.Upper);
            values.Add("p50", cell.MakespanP50).Add("p95", cell.MakespanP95).Add("share", cell.MakespanShare);
            values.Add("t1", cell.T1).Add("t1 failing", cell.T1WithFailures);
            values.Add("floor", cell.TInf).Add("floor failing", cell.TInfWithFailures);
            values.Add("bound", cell.Bound).Add("lost", cell.CapacityLostNodeHours);
        }

        foreach (var limit in study.Thresholds)
        {
            values.Add(limit.Limit, limit.Analytic).Add("event", limit.Event).Add("rounded", limit.RoundedFrom);
            values.Add("fit", limit.Fit).Add("lo", limit.FitLower).Add("hi", limit.FitUpper);
            values.Add("cost", limit.CostSeconds).Add("saved", limit.SavedSeconds);
        }

        foreach (var bar in study.Waterfall)
        {
            values.Add(bar.Cause, bar.Seconds);
        }

        var law = study.Law?.Chosen?.Law;
        values.Add("constant", law?.Constant).Add("slope", law?.Slope).Add("shape", law?.Shape);
        values.Add("horizon", study.Horizon?.AgainstTInf?.LastHolding);
        return HashOf(values.ToString());
    }

    /// <summary>
    /// Over the bytes of all files of the study but pictures: every table, the JSON object and the summary, each as its
    /// name, a line feed and its content.
    /// </summary>
    /// <param name="study">The study, with its answer.</param>
    public static string OfFiles(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        using var content = new MemoryStream();
        foreach (var (name, write) in ReportFolder.Texts(study))
        {
            content.Write(Encoding.UTF8.GetBytes(name + "\n"));
            write(content);
        }

        return Convert.ToHexStringLower(SHA256.HashData(content.ToArray()));
    }

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
