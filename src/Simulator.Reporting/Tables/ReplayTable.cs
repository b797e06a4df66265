using Simulator.Experiments.Studies;
using Simulator.Reporting.Digests;

namespace Simulator.Reporting.Tables;

/// <summary>What a replay shows of each scenario: <c>o1sim replay</c>. Every column is described on <c>docs/replay.md</c>.</summary>
public static class ReplayTable
{
    private static readonly IReadOnlyList<Column<StudyResult>> Columns =
    [
        new("scenario", study => Field.Of(study.Scenario)),
        new("results_version", _ => Field.Of(StudyResult.ResultsVersion)),
        new("nodes", study => Field.Of(study.Focus.Nodes)),
        new("makespan_s", study => Field.Of(study.Focus.Makespan?.Mean)),
        new("fingerprint", study => Field.OfFingerprint(study.Fingerprint)),
        new("simulation_sha256", study => Field.Of(StudyDigest.OfSimulation(study))),
        new("findings_sha256", study => Field.Of(StudyDigest.OfFindings(study))),
        new("files_sha256", study => Field.Of(StudyDigest.OfFiles(study))),
    ];

    /// <summary>One row a study, made when it is read.</summary>
    /// <param name="studies">The studies, with their answers.</param>
    public static Table Of(IEnumerable<StudyResult> studies) => Table.From("replay", Columns, studies);
}
