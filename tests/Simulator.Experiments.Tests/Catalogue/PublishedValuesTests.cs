using Simulator.Experiments.Catalogue;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Scenarios.Units;
using Simulator.Experiments.Tests.Scenarios;

namespace Simulator.Experiments.Tests.Catalogue;

/// <summary>The catalogue is sound in itself, and naming an entry in a scenario means writing its value.</summary>
public sealed class PublishedValuesTests
{
    private const string Written = """
        schema: 1
        name: limited
        cluster: { nodes: 10 }
        services: { resumes: { token-bucket: { rate: 300/min, burst: 1 } } }
        update: { steps: { reboot: { takes: 5 min, calls: { resumes: 1 } } } }
        """;

    private static IEnumerable<CatalogueEntry> Entries => PublishedValues.All;

    [Test]
    public void Names_are_unique_and_in_order()
    {
        var names = PublishedValues.All.Select(entry => entry.Name).ToList();

        Assert.That(names, Is.Ordered.Using<string>(StringComparer.Ordinal).And.Unique);
        Assert.That(names, Is.All.Match("^[a-z0-9-]+/[a-z0-9-]+$"));
    }

    [TestCaseSource(nameof(Entries))]
    public void Every_value_is_a_quantity_with_a_source_and_a_day(CatalogueEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var isQuantity =
            new WholeShape(1, 1_000_000).Parse(entry.Value).Value
            ?? new DurationShape(0).Parse(entry.Value).Value
            ?? new FrequencyShape().Parse(entry.Value).Value
            ?? new ShareShape(isOpen: false).Parse(entry.Value).Value
            ?? new CountedShape("a limit", "10 nodes", mayBeShare: true).Parse(entry.Value).Value;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(isQuantity, Is.Not.Null, entry.Value);
            Assert.That(entry.Meaning, Is.Not.Empty);
            Assert.That(entry.Source, Is.Not.Empty);
            Assert.That(entry.Reference, Is.Not.Empty);
            Assert.That(entry.Seen, Does.Match("^20[0-9]{2}-[01][0-9]-[0-3][0-9]$"));
        }
    }

    [Test]
    public void Naming_an_entry_is_writing_its_value()
    {
        var written = Samples.Read(Written);
        var named = Samples.Read(Written.Replace("300/min", "catalogue:slurm/resume-rate", StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(named.Hash, Is.EqualTo(written.Hash));
            Assert.That(written.Published, Is.Empty);
            Assert.That(
                named.Published.Select(use => (use.Path, use.Entry.Name)),
                Is.EqualTo(new[] { ("services.resumes.token-bucket.rate", "slurm/resume-rate") })
            );
        }
    }

    [Test]
    public void An_override_may_name_an_entry_and_is_found_again()
    {
        var other = Samples.Read(Written).With("services.resumes.token-bucket.burst", "catalogue:slurm/rpc-burst");

        Assert.That(other.Published.Select(use => use.Entry.Value), Is.EqualTo(new[] { "30" }));
    }

    [TestCase(
        "catalogue:slurm/resume-rates",
        "s.yaml:4:46: services.resumes.token-bucket.rate is 'catalogue:slurm/resume-rates', which the catalogue does not have."
    )]
    [TestCase(
        "catalogue:pdsh/fanout",
        "s.yaml:4:46: services.resumes.token-bucket.rate is '32', the catalogue's pdsh/fanout – a frequency is needed."
    )]
    [TestCase(
        "'catalogue:'",
        "s.yaml:4:46: services.resumes.token-bucket.rate is 'catalogue:', which the catalogue does not have."
    )]
    public void A_wrong_name_says_what_is_wrong(string value, string message)
    {
        var refused = Assert.Throws<ScenarioException>(() =>
            Samples.Read(Written.Replace("300/min", value, StringComparison.Ordinal))
        );

        Assert.That(refused!.Message, Does.StartWith(message));
    }

    [Test]
    public void A_name_that_is_nearly_one_leads_to_it()
    {
        var text = Written.Replace("300/min", "catalogue:slurm/resume-rates", StringComparison.Ordinal);
        var refused = Assert.Throws<ScenarioException>(() => Samples.Read(text));

        Assert.That(refused!.Message, Does.Contain("Did you mean 'catalogue:slurm/resume-rate'?"));
    }
}
