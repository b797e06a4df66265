using Simulator.Experiments.Imports.Kinds;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Imports;

/// <summary>From what an operator's tools are configured with to presets, recognised by content.</summary>
public static class ManifestImport
{
    private static readonly string Known =
        $"Known are {string.Join(", ", KubernetesObject.All.Select(known => known.Kind))}, values of the GPU Operator, "
        + "plays of Ansible with their ansible.cfg, jobs of Nomad as JSON, and flags of kured.";

    /// <summary>Reads every strategy in some files.</summary>
    /// <param name="files">The files; each may hold several documents.</param>
    /// <param name="given">Parameters from the user, which go before those of the files.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ImportException">Something is wrong, or nothing was found; the message says all, with places.</exception>
    public static ImportResult Run(IReadOnlyList<ImportFile> files, IReadOnlyDictionary<string, string> given)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(given);
        var parameters = new GivenParameters(given);
        var context = new ImportContext(parameters);
        var lists = files.Select(file => new IssueList(file.Source)).ToList();
        var strategies = new List<ImportedStrategy>();
        try
        {
            foreach (var issues in lists.OrderBy(issues => !AnsibleConfig.Is(issues.Source)))
            {
                Read(issues, context);
            }

            strategies.AddRange(context.Drafts.Select(draft => draft.Finish()));
            parameters.RefuseUnknown([
                .. context.Drafts.SelectMany(draft => draft.Parameters).Distinct(StringComparer.Ordinal),
            ]);
        }
        catch (RefusedException)
        {
            // one of the lists is full: what it holds is said below
        }

        var found = lists.SelectMany(issues => issues.Found).Concat(parameters.Issues).Distinct().ToList();
        return found.Count > 0 ? throw new ImportException(found)
            : strategies.Count == 0 ? throw new ImportException([.. Nothing(context, files)])
            : new ImportResult(strategies, context.Notes);
    }

    private static void Read(IssueList issues, ImportContext context)
    {
        if (AnsibleConfig.Is(issues.Source))
        {
            var before = context.AnsibleDefaults;
            context.AnsibleDefaults = AnsibleConfig.Read(issues);
            if (before is not null)
            {
                issues.Add(TextSpan.Start, "", "this is a second ansible.cfg", "Ansible reads one", "Leave one out.");
            }

            return;
        }

        if (NomadJobs.HclLine(issues.Source) is > 0 and var line)
        {
            const string Cure = "Let Nomad write it as JSON: 'nomad job run -output FILE > job.json'.";
            issues.Add(new TextSpan(line, 1, 1), "", "this is a job in HCL", "JSON is read", Cure);
            return;
        }

        var roots = ForeignYaml.Read(issues);
        if (roots.Count == 0 && issues.Found.Count == 0)
        {
            issues.Add(TextSpan.Start, "", "the file is empty", "", Known);
        }

        var documents = roots.SelectMany(root => Unpacked(new Entry(root, new Place("", root.Span, issues)))).ToList();
        var strangers = documents.Where(document => !TryImport(document, context)).ToList();
        if (strangers.Count == documents.Count)
        {
            strangers.ForEach(RefuseKind);
        }
    }

    /// <summary>A document, or the items of what <c>kubectl get -o yaml</c> prints.</summary>
    private static IEnumerable<Entry> Unpacked(Entry document) =>
        document.Node is YamlMapping && document["kind"] is { Text: "List" } ? document.List("items") : [document];

    private static bool TryImport(Entry document, ImportContext context)
    {
        var import = document.Node switch
        {
            YamlSequence => AnsiblePlays.IsPlaybook(document) ? AnsiblePlays.Import : null,
            YamlScalar => KuredFlags.IsCommandLine(document) ? KuredFlags.CommandLine : null,
            _ when KubernetesObject.Of(document) is { } known => known.Import,
            _ when NodeOperators.IsValues(document) => NodeOperators.Values,
            _ when NomadJobs.JobOf(document) is { } job => (_, all) => NomadJobs.Import(job, all),
            _ => null,
        };
        import?.Invoke(document, context);
        return import is not null;
    }

    private static void RefuseKind(Entry document)
    {
        if (document.Node is YamlMapping && document["kind"] is { } kind)
        {
            var version = IssueList.Quote(document["apiVersion"]?.Text ?? "");
            kind.Refuse($"import does not know it in apiVersion {version}", Known);
            return;
        }

        document.Place.Issues.Add(document.Node.Span, "", "nothing here is known to import", "", Known);
    }

    /// <summary>Why files that are sound lead to no strategy.</summary>
    private static IEnumerable<Issue> Nothing(ImportContext context, IReadOnlyList<ImportFile> files)
    {
        foreach (var note in context.Notes)
        {
            var ((file, line, column, path), value, reason) = note;
            yield return new Issue(
                file,
                line,
                column,
                path,
                value.Length > 0 ? $"{path} is {value}" : path,
                reason,
                ""
            );
        }

        if (context.Notes.Count == 0)
        {
            var what = context.AnsibleDefaults is null ? "no strategy" : "no play";
            const string Cure = "Name the file that holds it too.";
            yield return new Issue(files[0].Source.Name, 1, 1, "", $"{what} stands in what was read", "", Cure);
        }
    }
}
