using System.Collections;
using System.Text;
using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>A scenario to read: every property that is not what it would be anyway.</summary>
internal static class ScenarioText
{
    public static string Of(Scenario scenario)
    {
        var text = new StringBuilder()
            .AppendLine()
            .AppendLine($"seed {scenario.Seed}, {scenario.Model.Cluster.Nodes} nodes");
        foreach (var level in scenario.Model.Cluster.Topology)
        {
            text.AppendLine($"level {level.Name} of {level.Size}");
        }

        foreach (
            var part in scenario
                .Model.Services.Cast<object>()
                .Concat(scenario.Model.Update.Steps)
                .Append(scenario.Model.Rollout)
        )
        {
            text.AppendLine(Of(part));
        }

        return text.ToString();
    }

    private static string Of(object part) =>
        part switch
        {
            string text => text,
            IEnumerable many => $"[{string.Join(", ", many.Cast<object>().Select(Of))}]",
            _ when part.GetType().Namespace!.StartsWith("Simulator.Cluster", StringComparison.Ordinal)
                    && !part.GetType().IsEnum => Properties(part),
            _ => part.ToString()!,
        };

    private static string Properties(object part)
    {
        var values = part.GetType()
            .GetProperties()
            .Select(property => (property.Name, Value: property.GetValue(part)))
            .Where(property =>
                property.Value is not (null or false)
                && (property.Name == nameof(StepSpec.After) || property.Value is not ICollection { Count: 0 })
            )
            .Select(property => $"{property.Name}: {Of(property.Value!)}");
        return $"{part.GetType().Name} {{ {string.Join(", ", values)} }}";
    }
}
