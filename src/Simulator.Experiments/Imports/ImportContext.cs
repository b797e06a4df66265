using Simulator.Experiments.Presets;

namespace Simulator.Experiments.Imports;

/// <summary>What one import gathers from all of its files.</summary>
/// <param name="given">What the user gave.</param>
internal sealed class ImportContext(GivenParameters given)
{
    private readonly List<StrategyDraft> _drafts = [];
    private readonly List<ImportNote> _notes = [];

    /// <summary>The strategies, in the order in which they were begun.</summary>
    public IReadOnlyList<StrategyDraft> Drafts => _drafts;

    /// <summary>What belongs to no strategy.</summary>
    public IReadOnlyList<ImportNote> Notes => _notes;

    /// <summary>The section <c>[defaults]</c> of an <c>ansible.cfg</c>; null where none was given.</summary>
    public Entry? AnsibleDefaults { get; set; }

    /// <summary>Begins a strategy.</summary>
    /// <param name="preset">The preset's id.</param>
    /// <param name="subject">What it is read from.</param>
    /// <param name="at">The top of that.</param>
    public StrategyDraft Begin(string preset, string subject, Entry at)
    {
        var draft = new StrategyDraft(PresetCatalogue.Find(preset)!, subject, at, given);
        _drafts.Add(draft);
        return draft;
    }

    /// <summary>Says that something leads to no strategy.</summary>
    public void Note(Entry entry, string reason) => _notes.Add(StrategyDraft.NoteOf(entry, reason));
}
