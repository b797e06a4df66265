using System.Text;
using Simulator.Experiments.Linting;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Tests.Linting;

/// <summary>What lint says of every shipped scenario, word for word.</summary>
public sealed class ShippedScenariosTests
{
    [TestCase("scenarios")]
    [TestCase("scenarios/strategies")]
    [TestCase("scenarios/evidence")]
    [TestCase("scenarios/refused")]
    public void Every_scenario_is_linted_as_committed(string folder)
    {
        var text = new StringBuilder();
        foreach (var file in Files(folder))
        {
            foreach (var finding in ScenarioLint.Run(ScenarioFile.Read(file)).Findings)
            {
                text.Append(
                        $"{Path.GetFileName(file)}:{finding.Line}:{finding.Column} {finding.Severity} {finding.Rule} "
                    )
                    .Append($"{finding.Nodes?.ToString() ?? "-"} | {finding.Sentence} | {finding.Fix}\n");
            }
        }

        var name = folder.Replace('/', '-');
        Golden.Compare(text.ToString(), $"tests/Simulator.Experiments.Tests/Linting/{name}.verified.txt");
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(Path.Combine(Golden.Root, folder), "*.yaml").Order(StringComparer.Ordinal);
}
