using System.Globalization;

namespace Simulator.Experiments.Tests.Scenarios;

/// <summary>The hash of a scenario is about its values alone.</summary>
public sealed class ScenarioHashTests
{
    [Test]
    public void It_does_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var hash = Samples.Read(Samples.Full).Hash;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = comma;

            Assert.That($"{1.5}", Is.EqualTo("1,5"), "else this test shows nothing");
            Assert.That(Samples.Read(Samples.Full).Hash, Is.EqualTo(hash));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestCase("bandwidth: 100 Gbit/s", "bandwidth: 100000 Mbit/s", true)]
    [TestCase("bandwidth: 100 Gbit/s", "bandwidth: 100 GB/s", false)]
    [TestCase("transfer: 1.2 GB", "transfer: 1200 MB", true)]
    [TestCase("transfer: 1.2 GB", "transfer: 1.2 GiB", false)]
    [TestCase("rate: 20/s", "rate: 20/min", false)]
    [TestCase("capacity: 2 MW", "capacity: 2000 kW", true)]
    [TestCase("takes: 15 min", "takes: 900 s", true)]
    [TestCase("takes: 15 min", "takes: 901 s", false)]
    [TestCase("in-service: true", "in-service: false", false)]
    public void It_knows_values_and_not_how_they_are_written(string old, string text, bool isSame)
    {
        var changed = Samples.Full.Replace(old, text, StringComparison.Ordinal);

        Assert.That(changed, Is.Not.EqualTo(Samples.Full));
        Assert.That(Samples.Read(changed).Hash == Samples.Read(Samples.Full).Hash, Is.EqualTo(isSame));
    }
}
