using Simulator.Experiments.Elicitation.Pooling;

namespace Simulator.Experiments.Tests.Elicitation;

/// <summary>From when an expert is said to be too sure: the binomial law with 0.8, tails by hand.</summary>
public sealed class ExpertRecordTests
{
    [TestCase(1, 0, false, Description = "0.2")]
    [TestCase(2, 0, true, Description = "0.04")]
    [TestCase(3, 1, false, Description = "0.104")]
    [TestCase(5, 2, false, Description = "0.0579")]
    [TestCase(7, 3, true, Description = "0.0333")]
    [TestCase(7, 4, false, Description = "0.148")]
    [TestCase(8, 4, false, Description = "0.0563")]
    [TestCase(0, 0, false, Description = "nobody to compare with")]
    public void So_few_must_be_less_likely_than_five_per_cent(int others, int held, bool isOverconfident)
    {
        var record = new ExpertRecord("Ana", 3, 0, others, held);

        Assert.That(record.IsOverconfident, Is.EqualTo(isOverconfident));
    }
}
