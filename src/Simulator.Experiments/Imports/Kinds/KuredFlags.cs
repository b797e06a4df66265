using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Imports.Kinds;

/// <summary>The flags of kured, in the manifest of its DaemonSet or as a command line.</summary>
internal static class KuredFlags
{
    private const string Variable = "KURED_";
    private const string Window = "hours of reboots are not modelled: nodes reboot at any time here";
    private const string Blocker = "what blocks reboots is not modelled: nothing does here";
    private const string Drain = "it is part of a node's drain: a step of your own";

    private static readonly string[] Parameters = ["period", "concurrency", "lock-release-delay", "reboot-delay"];

    private static readonly (string Flag, string Reason)[] Dropped =
    [
        ("reboot-days", Window),
        ("start-time", Window),
        ("end-time", Window),
        ("time-zone", Window),
        ("lock-ttl", "a lock that runs out while its node is at work is not modelled: it never does here"),
        ("drain-timeout", "it is the time-out of a node's drain: give it to the step"),
        ("drain-delay", Drain),
        ("drain-grace-period", Drain),
        ("skip-wait-for-delete-timeout", Drain),
        ("force-reboot", "nodes whose drain failed reboot all the same; here they try again"),
        ("blocking-pod-selector", Blocker),
        ("prometheus-url", Blocker),
        ("alert-filter-regexp", Blocker),
    ];

    /// <summary>The container of a DaemonSet that runs kured; null where none does.</summary>
    public static Entry? ContainerOf(Entry document) =>
        document["spec.template.spec"]?.List("containers").FirstOrDefault(IsKured);

    /// <summary>Whether a text is a command line of kured.</summary>
    public static bool IsCommandLine(Entry document) =>
        document.Text.Split(' ', 2)[0].Split('/')[^1] == "kured"
        && !document.Text.Contains('\n', StringComparison.Ordinal);

    /// <summary>The command line as a text.</summary>
    public static void CommandLine(Entry document, ImportContext context)
    {
        var words = new List<Entry>();
        for (var start = 0; start < document.Text.Length; )
        {
            var end = document.Text.IndexOf(' ', start) is >= 0 and var blank ? blank : document.Text.Length;
            if (end > start)
            {
                words.Add(Part(document, document.Text[start..end], start));
            }

            start = end + 1;
        }

        Fill(context.Begin("kured", "kured", document), Flags(words));
    }

    /// <summary>The flags of a container.</summary>
    public static void Import(Entry document, Entry container, ImportContext context)
    {
        var draft = context.Begin("kured", KubernetesObject.Subject(document), document);
        var flags = Flags([.. container.List("command"), .. container.List("args")]);
        foreach (var variable in container.List("env"))
        {
            var name = variable["name"]?.Text ?? "";
            if (name.StartsWith(Variable, StringComparison.Ordinal) && variable["value"] is { } value)
            {
                var flag = name[Variable.Length..].ToLowerInvariant().Replace('_', '-');
                flags.TryAdd(flag, new Entry(value.Node, value.Place with { Path = name }));
            }
        }

        Fill(draft, flags);
    }

    private static void Fill(StrategyDraft draft, Dictionary<string, Entry> flags)
    {
        foreach (var parameter in Parameters)
        {
            draft.Take(parameter, flags.GetValueOrDefault(parameter));
        }

        draft.Explain("fleet", "no flag; 'running' if not restarted");
        foreach (var (flag, reason) in Dropped)
        {
            draft.Drop(flags.GetValueOrDefault(flag), reason);
        }
    }

    private static bool IsKured(Entry container) =>
        (container["image"]?.Text ?? "").Split('/')[^1].Split(':')[0] == "kured"
        || container.List("command").FirstOrDefault()?.Text.Split('/')[^1] == "kured";

    /// <summary>Values by flag: <c>--flag=value</c>, <c>--flag value</c>, or <c>--flag</c> alone, which says true.</summary>
    private static Dictionary<string, Entry> Flags(List<Entry> words)
    {
        var flags = new Dictionary<string, Entry>(StringComparer.Ordinal);
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            if (!word.Text.StartsWith("--", StringComparison.Ordinal))
            {
                continue;
            }

            var sign = word.Text.IndexOf('=', StringComparison.Ordinal);
            var isNext = index + 1 < words.Count && !words[index + 1].Text.StartsWith('-');
            var value =
                sign > 0 ? Part(word, word.Text[(sign + 1)..].Trim('"', '\''), sign + 1)
                : isNext ? words[index + 1]
                : Part(word, "true", 0);
            var flag = sign > 0 ? word.Text[2..sign] : word.Text[2..];
            CheckSlip(flag, word);
            flags[flag] = new Entry(value.Node, word.Place with { Path = "--" + flag });
        }

        return flags;
    }

    private static void CheckSlip(string flag, Entry word)
    {
        var known = Parameters.Concat(Dropped.Select(dropped => dropped.Flag)).Append("drain-pod-selector").ToList();
        if (!known.Contains(flag, StringComparer.Ordinal) && Suggestion.Nearest(flag, known) is { } meant)
        {
            word.Refuse("kured has no such flag", $"Did you mean '--{meant}'?");
        }
    }

    /// <summary>A part of a text that begins some characters after it.</summary>
    private static Entry Part(Entry whole, string text, int offset)
    {
        var span = whole.Node.Span;
        var quote = whole.Text.Length < span.Length ? 1 : 0;
        var at = new TextSpan(span.Line, span.Column + quote + offset, Math.Max(1, text.Length));
        return new Entry(new YamlScalar(at, text), whole.Place);
    }
}
