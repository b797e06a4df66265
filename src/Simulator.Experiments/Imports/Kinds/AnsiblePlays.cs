using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Imports.Kinds;

/// <summary>The headers of an Ansible playbook's plays.</summary>
internal static class AnsiblePlays
{
    private const string Prefix = "ansible.builtin.";
    private static readonly string[] Blocks = ["block", "rescue", "always"];
    private static readonly string[] Sections = ["pre_tasks", "tasks", "post_tasks", "handlers"];

    private static readonly string[] Read =
    [
        "serial",
        "strategy",
        "max_fail_percentage",
        "order",
        "any_errors_fatal",
        "throttle",
        "ignore_unreachable",
    ];

    /// <summary>Whether a document is a list of plays.</summary>
    public static bool IsPlaybook(Entry document) =>
        document.Items.Any(play => play.Node is YamlMapping && (play["hosts"] ?? Imported(play)) is not null);

    /// <summary>Every play of a playbook.</summary>
    public static void Import(Entry document, ImportContext context)
    {
        foreach (var play in document.Items)
        {
            if (Imported(play) is { } other)
            {
                context.Note(other, "the plays of another file are not read: name that file too");
            }
            else
            {
                ImportPlay(new Entry(play.Node, play.Place with { Path = "" }), context);
            }
        }
    }

    private static void ImportPlay(Entry play, ImportContext context)
    {
        play.CheckSlips(Read, ["ignore_errors"]);
        var name = play["name"]?.Text ?? play["hosts"]?.Text ?? "";
        var draft = context.Begin("ansible-serial", "play/" + name, play);
        var defaults = context.AnsibleDefaults;
        if (play["serial"] is { Text: not "0" } serial)
        {
            draft.Take("serial", serial);
        }

        draft.Take("forks", defaults?["forks"]);
        draft.Explain("forks", "ansible.cfg or --forks may say otherwise");
        TakeStrategy(draft, play["strategy"] ?? defaults?["strategy"]);
        draft.Take("max_fail_percentage", play["max_fail_percentage"]);
        draft.Take("order", play["order"]);
        if ((play["any_errors_fatal"] ?? defaults?["any_errors_fatal"]) is { IsInert: false } fatal)
        {
            const string Near = "'--set max_fail_percentage=0' is near: it stops after the batch, not after the task";
            draft.Note(fatal, "a stop after the task that failed is not modelled; " + Near);
        }

        draft.DropAll(
            play,
            ("throttle", "a limit of one task is not modelled; forks holds for all of them"),
            ("ignore_unreachable", "hosts that cannot be reached count as failed here")
        );
        foreach (var section in Sections)
        {
            DropTasks(draft, play.List(section));
        }
    }

    private static void TakeStrategy(StrategyDraft draft, Entry? strategy)
    {
        var word = strategy?.Text.Replace(Prefix, "", StringComparison.Ordinal) ?? "";
        if (word is "free" or "debug")
        {
            var near = word is "free" ? "host_pinned" : "linear";
            draft.Need(
                "strategy",
                $"{word} ({strategy!.At.File}:{strategy.At.Line}) is not modelled, {near} is nearest"
            );
        }
        else if (strategy is { IsTemplate: false })
        {
            draft.Take("strategy", strategy, word, "");
        }
        else
        {
            draft.Take("strategy", strategy);
        }
    }

    private static void DropTasks(StrategyDraft draft, IEnumerable<Entry> tasks)
    {
        foreach (var task in tasks.Where(task => task.Node is YamlMapping))
        {
            draft.DropAll(
                task,
                ("throttle", "a limit of one task is not modelled; forks holds for all of them"),
                (
                    "run_once",
                    "a task that runs once a batch is not modelled: a step runs on each node, or 'per: cluster'"
                ),
                ("any_errors_fatal", "a stop after the task that failed is not modelled"),
                ("retries", "how often a task is tried again is for the step to say, with 'retry'")
            );
            foreach (var block in Blocks)
            {
                DropTasks(draft, task.List(block));
            }
        }
    }

    private static Entry? Imported(Entry play) =>
        play.Node is YamlMapping ? play["import_playbook"] ?? play.OfQualified("import_playbook") : null;

    /// <summary>The value of a key that is written with its collection.</summary>
    private static Entry? OfQualified(this Entry play, string key)
    {
        var pair = ((YamlMapping)play.Node).Pairs.FirstOrDefault(pair => pair.Key.Text == Prefix + key);
        return pair is null ? null : new Entry(pair.Value, play.Place.At(pair.Key));
    }
}
