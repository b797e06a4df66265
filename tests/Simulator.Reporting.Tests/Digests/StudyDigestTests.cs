using Simulator.Experiments.Studies;
using Simulator.Reporting.Digests;

namespace Simulator.Reporting.Tests.Digests;

/// <summary>Which change of a study shows in which digest.</summary>
public sealed class StudyDigestTests
{
    private static readonly StudyResult Study = Studies.Realistic();

    private static (bool Simulation, bool Findings, bool Files) Changes(StudyResult other) =>
        (
            StudyDigest.OfSimulation(other) != StudyDigest.OfSimulation(Study),
            StudyDigest.OfFindings(other) != StudyDigest.OfFindings(Study),
            StudyDigest.OfFiles(other) != StudyDigest.OfFiles(Study)
        );

    private static StudyResult WithFirst(Func<CellResult, CellResult> change) =>
        Study with
        {
            Cells = [change(Study.Cells[0]), .. Study.Cells.Skip(1)],
        };

    [Test]
    public void Equal_studies_have_equal_digests_of_64_digits()
    {
        Assert.That(Changes(Studies.Realistic()), Is.EqualTo((false, false, false)));
        Assert.That(StudyDigest.OfSimulation(Study), Does.Match("^[0-9a-f]{64}$"));
        Assert.That(StudyDigest.OfFindings(Study), Is.Not.EqualTo(StudyDigest.OfSimulation(Study)));
    }

    [Test]
    public void The_last_bit_of_a_makespan_shows_in_the_simulation()
    {
        var changed = WithFirst(cell =>
        {
            var run = cell.Runs[0].Run;
            var other = cell.Runs[0] with { Run = run with { Makespan = Math.BitIncrement(run.Makespan) } };
            return cell with { Runs = [other, cell.Runs[1]] };
        });

        Assert.That(Changes(changed), Is.EqualTo((true, false, true)));
    }

    [Test]
    public void A_fingerprint_shows_in_the_simulation()
    {
        var changed = WithFirst(cell =>
        {
            var other = cell.Runs[0] with { Run = cell.Runs[0].Run with { Fingerprint = 1 } };
            return cell with { Runs = [other, cell.Runs[1]] };
        });

        Assert.That(Changes(changed), Is.EqualTo((true, false, true)));
    }

    [Test]
    public void The_last_bit_of_a_floor_shows_in_the_findings() =>
        Assert.That(
            Changes(WithFirst(cell => cell with { TInf = Math.BitIncrement(cell.TInf) })),
            Is.EqualTo((false, true, true))
        );

    [Test]
    public void Other_words_show_in_the_files_only() =>
        Assert.That(Changes(Study with { Answer = ["In other words."] }), Is.EqualTo((false, false, true)));
}
