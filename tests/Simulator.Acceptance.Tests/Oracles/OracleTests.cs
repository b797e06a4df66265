using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Acceptance.Tests.Oracles.Families;

namespace Simulator.Acceptance.Tests.Oracles;

/// <summary>Every row of the oracle file is asked of the product: the engine simulates, the analysis computes.</summary>
[Category("Oracles")]
public sealed class OracleTests
{
    [OneTimeTearDown]
    public static void WriteReport() => OracleReport.Write();

    [TestCaseSource(nameof(Cases))]
    public void Row(OracleRow row)
    {
        var answer = (Answer?)null;
        try
        {
            answer = FamilyRegister.Ask(row);
        }
        finally
        {
            OracleReport.Add(row, answer);
        }

        var story = $"{row.Id}: {row.Quantity}: got {answer.Got}, wanted {row.Value} {answer.Remark(row)}";
        TestContext.Out.WriteLine(story);
        Assert.That(answer.Fault(row), Is.Null, story);
    }

    [Test]
    [Category("ExactOracles")]
    public void Every_family_of_the_committed_files_is_known()
    {
        var rows = OracleFile.ReadCommitted();

        var missing = rows.Select(row => row.Family)
            .Distinct(StringComparer.Ordinal)
            .Where(family => !FamilyRegister.Has(family));

        Assert.That(missing, Is.Empty);
    }

    private static IEnumerable<TestCaseData> Cases() =>
        OracleFile.Rows.Select(row =>
        {
            var data = new TestCaseData(row).SetName(row.Id);
            return row.IsExact ? data.SetCategory("ExactOracles") : data;
        });
}
