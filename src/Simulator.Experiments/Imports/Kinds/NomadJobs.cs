using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Imports.Kinds;

/// <summary>Jobs of Nomad as JSON, which <c>nomad job run -output</c> prints.</summary>
internal static class NomadJobs
{
    private static readonly string[] Keys =
    [
        "Stagger",
        "MaxParallel",
        "HealthCheck",
        "MinHealthyTime",
        "HealthyDeadline",
        "ProgressDeadline",
        "AutoRevert",
        "AutoPromote",
        "Canary",
    ];

    private static readonly (string Key, string Parameter)[] Spans =
    [
        ("MinHealthyTime", "min_healthy_time"),
        ("HealthyDeadline", "healthy_deadline"),
        ("ProgressDeadline", "progress_deadline"),
    ];

    /// <summary>The line at which a job in HCL begins, which is not read; 0 where there is none.</summary>
    public static int HclLine(SourceText source) =>
        1
        + source
            .Lines.ToList()
            .FindIndex(line =>
                line.TrimStart().StartsWith("job \"", StringComparison.Ordinal) && line.TrimEnd().EndsWith('{')
            );

    /// <summary>The job in a document; null where there is none.</summary>
    public static Entry? JobOf(Entry document) =>
        document["Job"] is { Node: YamlMapping } job ? job
        : document["TaskGroups"] is null ? null
        : document;

    /// <summary>Every task group of a job.</summary>
    public static void Import(Entry job, ImportContext context)
    {
        foreach (var group in job.List("TaskGroups"))
        {
            var names = new[] { job["Name"] ?? job["ID"], group["Name"] }.OfType<Entry>().Select(name => name.Text);
            ImportGroup(group, job, context.Begin("nomad-update", string.Join('/', ["job", .. names]), group));
        }
    }

    /// <summary>The update block of a group; what it leaves out is that of the job.</summary>
    private static void ImportGroup(Entry group, Entry job, StrategyDraft draft)
    {
        Entry? Update(string key) => group["Update"]?[key] ?? job["Update"]?[key];

        group["Update"]?.CheckKeys(Keys);
        job["Update"]?.CheckKeys(Keys);
        draft.Take("max_parallel", Update("MaxParallel"));
        foreach (var (key, parameter) in Spans)
        {
            if (Update(key) is { } span)
            {
                TakeSpan(draft, parameter, span);
            }
        }

        draft.Drop(
            Update("Canary"),
            "canaries, and who promotes them, are not modelled: max_parallel go from the start"
        );
        draft.Drop(Update("AutoRevert"), "a deployment that failed stops here; allocations are not rolled back");
        draft.Drop(Update("AutoPromote"), "canaries, and who promotes them, are not modelled");
        draft.Drop(Update("Stagger"), "it spaces the allocations of system jobs; here only max_parallel does");
        if (Update("HealthCheck") is { Text: "manual" } check)
        {
            draft.Note(check, "who sets the health by hand, and when, is a step of your own");
        }

        draft.Drop(group["Count"], "N is for the scenario to say, with cluster.nodes");
        draft.Drop(group["ShutdownDelay"], "how long an allocation takes is for the steps to say");
    }

    /// <summary>A span: a count of nanoseconds in JSON, or a text such as 30s.</summary>
    private static void TakeSpan(StrategyDraft draft, string parameter, Entry span)
    {
        if (parameter is "progress_deadline" && span.IsInert)
        {
            draft.Note(
                span,
                "it means that the first unhealthy allocation fails the deployment, which holds here anyway"
            );
        }
        else if (long.TryParse(span.Text, out var nanoseconds) && nanoseconds > 0)
        {
            draft.Take(parameter, span, Spelling(nanoseconds), $"{span.Text} ns");
        }
        else
        {
            draft.Take(parameter, span);
        }
    }

    private static string Spelling(long nanoseconds) =>
        nanoseconds switch
        {
            _ when nanoseconds % 60_000_000_000 == 0 => $"{nanoseconds / 60_000_000_000}m",
            _ when nanoseconds % 1_000_000_000 == 0 => $"{nanoseconds / 1_000_000_000}s",
            _ when nanoseconds % 1_000_000 == 0 => $"{nanoseconds / 1_000_000}ms",
            _ => $"{nanoseconds}ns",
        };
}
