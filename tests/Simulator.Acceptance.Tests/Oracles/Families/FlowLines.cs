using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Cluster.Records;
using Simulator.Cluster.Services;
using Simulator.Cluster.Updates;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Stations one after the other, constant services.</summary>
internal static class FlowLines
{
    public static Answer OneStation(OracleRow row) =>
        Completions.Answer(row, RunStages(row.Nodes, [new Stage(row.Count("c"), row["s"])]));

    public static Answer Stages(OracleRow row) =>
        Completions.Answer(
            row,
            RunStages(row.Nodes, StagesOf(row), row.Has("release") ? row.Numbers("release") : null)
        );

    public static Answer Barriers(OracleRow row) =>
        Completions.Answer(row, RunStages(row.Nodes, StagesOf(row), hasBarriers: true));

    /// <summary>Each station in turn gets twice its servers.</summary>
    public static Answer Bottleneck(OracleRow row)
    {
        var stages = StagesOf(row);
        var before = RunStages(row.Nodes, stages).Makespan.Seconds;
        var gains = stages
            .Select(
                (_, wide) =>
                    before
                    / RunStages(
                        row.Nodes,
                        [
                            .. stages.Select(
                                (stage, index) => index == wide ? stage with { Servers = stage.Servers * 2 } : stage
                            ),
                        ]
                    ).Makespan.Seconds
            )
            .ToList();
        return row.Asks("speed-up of the makespan") ? Answer.Of(gains)
            : row.Asks("bottleneck step") ? Answer.Of(gains.IndexOf(gains.Max()) + 1)
            : throw row.Unknown(row.Quantity);
    }

    private static IReadOnlyList<Stage> StagesOf(OracleRow row) =>
        [.. row.List("stages").Select(stage => new Stage(stage[0].GetInt64(), stage[1].GetDouble()))];

    private static RunRecord RunStages(
        int nodes,
        IReadOnlyList<Stage> stages,
        IReadOnlyList<double>? releases = null,
        bool hasBarriers = false
    )
    {
        var steps = new List<StepSpec>();
        var services = new List<ServiceSpec>();
        if (releases is not null)
        {
            steps.Add(new StepSpec { Name = "release", Takes = new DurationSpec.Listed(releases) });
        }

        for (var index = 0; index < stages.Count; index++)
        {
            steps.Add(Models.Step($"step-{index}", stages[index].Seconds, $"servers-{index}"));
            services.Add(Models.Station($"servers-{index}", stages[index].Servers));
            if (hasBarriers)
            {
                steps.Add(Models.Barrier($"barrier-{index}"));
            }
        }

        return Models.Run(Models.Of(nodes, steps, services));
    }
}
