using Simulator.Cluster;
using Simulator.Cluster.Services;
using Simulator.Cluster.Updates;
using Simulator.Kernel.Resources;

namespace Simulator.Experiments.Analytic;

/// <summary>What has no mean-value form here: each key with the reason, before anything is computed.</summary>
internal static class Refusals
{
    /// <summary>Passes over a model that can be answered.</summary>
    /// <exception cref="AnalyticException">It cannot; the first key that is in the way is named.</exception>
    public static void Check(Model model)
    {
        foreach (var service in model.Services)
        {
            Check(service);
        }

        var steps = model.Update.Steps;
        for (var index = 0; index < steps.Count; index++)
        {
            Check(steps[index], index == 0 ? null : steps[index - 1].Name);
        }

        Refuse(model.Update.Defect is not null, "update.defect", "when a bad version is seen decides who is let in");
        var canFail = steps.Any(step => step.Fails is not null);
        Refuse(
            canFail && model.Rollout.Limit is { CountsFailed: true },
            "rollout.limit.counts-failed",
            "failed nodes keep their places"
        );
    }

    private static void Check(ServiceSpec service)
    {
        var path = $"services.{service.Name}";
        Refuse(service.Outages is not null, $"{path}.outages", "the time at which work stands still matters");
        switch (service)
        {
            case StationSpec station:
                Refuse(station.Hours is not null, $"{path}.station.open", "the hour at which work arrives matters");
                Refuse(station.Queue is not null, $"{path}.station.queue", "clients are refused and come again");
                Refuse(station.Speed is not null, $"{path}.station.speed", "its speed depends on who is there");
                Refuse(
                    station.Discipline is Discipline.Sharing or Discipline.PreemptivePriority,
                    $"{path}.station.discipline",
                    "work under way is slowed down by others"
                );
                break;
            case TokenBucketSpec bucket:
                Refuse(
                    bucket.WhenEmpty == WhenEmpty.Reject,
                    $"{path}.token-bucket.when-empty",
                    "clients are refused and come again"
                );
                break;
        }
    }

    private static void Check(StepSpec step, string? before)
    {
        var path = $"update.steps.{step.Name}";
        var isChained =
            step.After is null || (before is null ? step.After.Count == 0 : step.After is [var only] && only == before);
        Refuse(!isChained, $"{path}.after", "steps run side by side");
        Refuse(step.TimeOut is not null, $"{path}.time-out", "attempts are broken off while they wait");
        Refuse(step.Fails?.Listed is not null, $"{path}.fails", "the failures of single nodes are listed");
        Refuse(
            step.Takes is DurationSpec.Drawn drawn && !double.IsFinite(drawn.Law.Mean),
            $"{path}.takes",
            "its mean is infinite"
        );
    }

    public static void Refuse(bool isInTheWay, string path, string why)
    {
        if (isInTheWay)
        {
            throw new AnalyticException(path, why);
        }
    }
}
