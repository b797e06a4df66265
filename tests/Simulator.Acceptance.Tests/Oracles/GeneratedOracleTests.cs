using Simulator.Acceptance.Tests.Oracles.Families;

namespace Simulator.Acceptance.Tests.Oracles;

/// <summary>
/// The exact rows of a generated file: parameters that no family was tuned to. Its other rows take minutes:
/// ORACLES_CSV=tests/oracles/oracles_generated.csv asks all of them.
/// </summary>
[Category("Oracles")]
[Category("ExactOracles")]
public sealed class GeneratedOracleTests
{
    [TestCaseSource(nameof(Cases))]
    public void Generated_row(OracleRow row) => Assert.That(FamilyRegister.Ask(row).Fault(row), Is.Null);

    private static IEnumerable<TestCaseData> Cases() =>
        OracleFile
            .Read(Path.Combine(OracleFile.Root, "tests", "oracles", "oracles_generated.csv"))
            .Where(row => row.IsExact && FamilyRegister.Has(row.Family))
            .Select(row => new TestCaseData(row).SetName($"generated {row.Id}"));
}
