using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Sweeps;

namespace Simulator.Cli.Commands;

/// <summary>Refuses what is well written and can never finish.</summary>
internal static class DesignGate
{
    /// <exception cref="ScenarioException">A cell must deadlock by its design; the message says why and what cures it.</exception>
    public static void Pass(IEnumerable<Cell> cells)
    {
        foreach (var cell in cells)
        {
            var issues = DesignLint.Find(cell.Scenario);
            if (issues.Count > 0)
            {
                throw new ScenarioException(issues);
            }
        }
    }
}
