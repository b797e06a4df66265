using Simulator.Acceptance.Tests.Oracles.Families;

namespace Simulator.Acceptance.Tests.Oracles;

/// <summary>Every row of the oracle file is asked of the product: the engine simulates, the analysis computes.</summary>
[Category("Oracles")]
public sealed class OracleTests
{
    /// <summary>Families of the committed file that wait for their part of the product, or for their test.</summary>
    private static readonly string[] NotBuiltYet =
    [
        "BATCH",
        "CLOSED",
        "CLOSEDM",
        "ERLA",
        "ERLB",
        "ERLJOBS",
        "GEOMEXP",
        "GIM1",
        "GRAHAM",
        "MDC",
        "MG1",
        "MMCK",
        "MVA2",
        "PRIO",
        "PRIOD",
        "REPAIR",
        "RESTART",
        "RETRIAL",
        "TANDEM",
    ];

    [OneTimeTearDown]
    public static void WriteReport() => OracleReport.Write();

    [TestCaseSource(nameof(Cases))]
    public void Row(OracleRow row)
    {
        var (got, fault) = ("", (string?)"no answer");
        try
        {
            var answer = FamilyRegister.Ask(row);
            (got, fault) = (answer.Got, answer.Fault(row));
        }
        finally
        {
            OracleReport.Add(row, got, fault);
        }

        TestContext.Out.WriteLine($"{row.Id}: {row.Quantity}: {got}, wanted {row.Value}");
        Assert.That(fault, Is.Null, $"{row.Id}: {row.Quantity}: got {got}, wanted {row.Value}");
    }

    [Test]
    [Category("ExactOracles")]
    public void Families_not_built_yet_are_listed()
    {
        var rows = OracleFile.ReadCommitted();

        var missing = rows.Select(row => row.Family)
            .Distinct(StringComparer.Ordinal)
            .Where(family => !FamilyRegister.Has(family));

        Assert.That(NotBuiltYet, Is.EquivalentTo(missing));
    }

    private static IEnumerable<TestCaseData> Cases() =>
        OracleFile
            .Rows.Where(row => OracleFile.IsNamed || !NotBuiltYet.Contains(row.Family, StringComparer.Ordinal))
            .Select(row =>
            {
                var data = new TestCaseData(row).SetName(row.Id);
                return row.IsExact ? data.SetCategory("ExactOracles") : data;
            });
}
