using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;
using Simulator.Kernel;

namespace Simulator.Experiments.Elicitation.Asking;

/// <summary>The questions of a scenario: every number that its steps, services and rollout state.</summary>
public static class QuestionSet
{
    private static readonly string[] Sections = ["update", "services", "rollout"];

    /// <summary>Keys whose numbers are choices of the author: orders, parts of a whole, lists, and a mean that may be negative.</summary>
    private static readonly string[] NotAsked = ["priority", "listed", "mu", "waves"];

    /// <summary>The questions in the order of the file.</summary>
    /// <param name="scenario">The scenario.</param>
    public static IReadOnlyList<Question> Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var found = new List<Question>();
        foreach (var (key, section) in scenario.Root.Fields)
        {
            if (Sections.Contains(key, StringComparer.Ordinal))
            {
                Collect(section, "", found);
            }
        }

        return found;
    }

    /// <summary>Goes through the tree; <paramref name="doc"/> is what the grammar says of the key.</summary>
    private static void Collect(Checked part, string doc, List<Question> found)
    {
        var key = part.Path[(part.Path.LastIndexOf('.') + 1)..];
        if (NotAsked.Contains(key, StringComparer.Ordinal) || IsPartOfMixture(part.Path))
        {
            return;
        }

        if (Ask(part, doc) is { } question)
        {
            found.Add(question);
        }

        foreach (var item in part.Items)
        {
            Collect(item, doc, found);
        }

        foreach (var (name, field) in part.Fields)
        {
            Collect(field, part.Shape is MapShape map ? map.Find(name)?.Doc ?? doc : doc, found);
        }
    }

    /// <summary>The shares of a mixture add up to 100 %, so none of them moves alone.</summary>
    private static bool IsPartOfMixture(string path) => path.EndsWith("].share", StringComparison.Ordinal);

    private static Question? Ask(Checked part, string doc)
    {
        if (part is not { Shape: ScalarShape { IsQuantity: true } shape, IsDefault: false, Value: { } value })
        {
            return null;
        }

        var unit = UnitOf(part.Text);
        if (BaseUnits.Of(value) is not { } current || ScaleOf(shape, unit, current.Dimension) is not { } scale)
        {
            return null;
        }

        return new Question(new QuantityForm(shape, current.Dimension, scale, BaseUnits.IsWhole(value)))
        {
            Path = part.Path,
            Asks = QuestionWords.Of(part.Path, doc),
            Unit = unit,
            Current = current.Number / scale,
            Law = LawOf(part.Path),
            IsTime = value is SimTime,
        };
    }

    /// <summary>What follows the first number, up to the next one: <c>11 min 35 s</c> is asked for in minutes.</summary>
    private static string UnitOf(string text)
    {
        var rest = text.AsSpan(NumberText.LengthIn(text)).Trim(' ');
        var next = rest.IndexOfAnyInRange('0', '9');
        return (next < 0 ? rest : rest[..next]).Trim(' ').ToString().Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>Base units in one unit; null where the grammar takes no such number, which no file states then.</summary>
    private static double? ScaleOf(ScalarShape shape, string unit, string dimension)
    {
        if (unit.Length == 0)
        {
            return 1;
        }

        var one = shape.Parse(unit[0] == '/' ? "1" + unit : "1 " + unit).Value;
        return one is not null && BaseUnits.Of(one) is { } found && found.Dimension == dimension ? found.Number : null;
    }

    /// <summary><c>….takes.lognormal</c> of <c>….takes.lognormal.median</c>; null outside of laws.</summary>
    private static string? LawOf(string path)
    {
        var takes = path.LastIndexOf(".takes.", StringComparison.Ordinal);
        return takes < 0 ? null : path[..path.LastIndexOf('.')];
    }
}
