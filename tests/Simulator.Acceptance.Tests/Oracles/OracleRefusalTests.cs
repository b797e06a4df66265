using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Acceptance.Tests.Oracles.Families;
using Simulator.Kernel.Observation;

namespace Simulator.Acceptance.Tests.Oracles;

/// <summary>A row that nobody answers for, or that is answered by too little, fails and says so.</summary>
[Category("Oracles")]
[Category("ExactOracles")]
public sealed class OracleRefusalTests
{
    private static readonly IReadOnlyList<OracleRow> Committed = OracleFile.ReadCommitted();

    [Test]
    public void Unknown_family_fails_by_name()
    {
        var row = Committed[0] with { Id = "NEW-1", Family = "NEW" };

        Assert.That(
            () => FamilyRegister.Ask(row),
            Throws.InvalidOperationException.With.Message.EqualTo("NEW-1: nobody answers for family NEW.")
        );
    }

    [TestCaseSource(nameof(Families))]
    public void Unknown_quantity_of_a_known_family_fails_by_name(string family)
    {
        var row = Committed.First(row => row.Family == family) with { Quantity = "colour" };

        Assert.That(
            () => FamilyRegister.Ask(row),
            Throws.InvalidOperationException.With.Message.EqualTo($"{row.Id}: colour is not known to family {family}.")
        );
    }

    [Test]
    public void Mean_of_too_few_replications_fails()
    {
        var row = Committed.First(row => row.Id == "OMAX-p2a");
        var tally = new Tally();
        tally.Add(row.Number);
        tally.Add(row.Number);

        Assert.That(new MeanAnswer(tally).Fault(row), Is.EqualTo("2 samples, at least 10000 are wanted"));
        Assert.That(new ShareAnswer(1, 2).Fault(row), Is.EqualTo("2 samples, at least 10000 are wanted"));
    }

    [TestCase(960_789, false)]
    [TestCase(962_000, true)]
    public void Share_is_held_to_four_and_a_half_standard_errors(long hits, bool isFault)
    {
        // sqrt(0.9608 * 0.0392 / 1e6) = 1.94e-4, so 0.962 is 6.2 standard errors off
        var row = Committed.First(row => row.Id == "MAXATT-p1a");

        Assert.That(new ShareAnswer(hits, 1_000_000).Fault(row) is not null, Is.EqualTo(isFault));
    }

    private static IEnumerable<string> Families() =>
        Committed.Select(row => row.Family).Distinct(StringComparer.Ordinal).Where(FamilyRegister.Has);
}
