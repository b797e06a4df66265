namespace Simulator.Acceptance.Tests.Replay;

/// <summary>No number of the corpus changes unless the results version goes up.</summary>
public sealed class GoldenCorpusTests
{
    private const string Head =
        "scenario,results_version,nodes,makespan_s,fingerprint,simulation_sha256,findings_sha256\n";

    private static readonly IReadOnlyList<ReplayRow> Golden = ReplayRow.Read(
        Head + "a,2,9,1.5,f0,aa,bb\nb,2,9,2.5,f1,ac,bd\n"
    );

    [Test]
    [Category("Slow")]
    public void The_corpus_gives_what_was_accepted()
    {
        var (exitCode, output, errors) = Tool.Run("replay", GoldenCorpus.Folder);
        Assert.That(exitCode, Is.Zero, errors);
        var received = ReplayRow.Read(output);
        if (Environment.GetEnvironmentVariable("O1SIM_ACCEPT") == "1")
        {
            GoldenCorpus.Accept(received);
        }

        Assert.That(
            ReplayRow.Write(received, GoldenCorpus.Columns),
            Is.EqualTo(ReplayRow.Write(GoldenCorpus.Read(), GoldenCorpus.Columns)),
            "Where a change is meant, raise StudyResult.ResultsVersion; then O1SIM_ACCEPT=1 writes tests/corpus/golden.csv."
        );
    }

    [TestCase("a,2,9,1.5,f0,aa,bb\nb,2,9,2.5,f1,ac,bd\n", TestName = "The same is accepted")]
    [TestCase("a,2,9,1.5,f0,aa,bb\nb,2,9,2.5,f1,ac,bd\nc,2,1,1,f2,ae,be\n", TestName = "A new scenario is accepted")]
    [TestCase("a,3,9,1.5,f0,aa,bb\nb,3,9,2.5,f9,ac,bd\n", TestName = "A change under a higher version is accepted")]
    [TestCase("a,2,9,1.5,f9,aa,bb\nb,2,9,2.5,f1,ac,bd\n", "a", TestName = "Another fingerprint is refused")]
    [TestCase("a,2,9,1.5,f0,aa,bb\nb,2,9,2.5,f1,ac,b9\n", "b", TestName = "Another finding is refused")]
    [TestCase("a,1,9,1.5,f9,aa,bb\nb,1,9,2.5,f1,ac,bd\n", "a", TestName = "A change under a lower version is refused")]
    [TestCase("b,2,9,2.5,f1,ac,bd\n", "a", TestName = "A scenario that is gone is refused")]
    public void What_may_be_accepted(string received, params string[] refused) =>
        Assert.That(GoldenCorpus.Refused(Golden, ReplayRow.Read(Head + received)), Is.EqualTo(refused));
}
