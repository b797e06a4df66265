using Simulator.Analysis.Sensitivity;
using Simulator.Experiments.Elicitation;
using Simulator.Experiments.Elicitation.Asking;
using Simulator.Experiments.Elicitation.Pooling;
using Simulator.Experiments.Elicitation.Uncertainty;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Elicitation;

/// <summary>What the answers of experts amount to, in sentences.</summary>
internal static class ElicitWords
{
    private const double Idle = 0.01;
    private const double Little = 0.5;
    private const int Digits = 3;

    /// <summary>The answer: both times, unknown against chance, what to ask next, who contradicts whom.</summary>
    public static IReadOnlyList<string> Answer(ElicitResult found)
    {
        var size = HumanCount.Of((long)found.Scenario.Model.Cluster.Nodes);
        var sentences = new List<string> { Time($"The theoretical O(1) number T_inf({size})", found.Floor) };
        sentences.Add(
            found.Time is { } time
                ? Time($"T({size})", time)
                : $"T({size}) cannot be told: in {found.Terms.Draws - found.Completed.Count} of {found.Terms.Draws} draws a rollout stopped before its end."
        );
        sentences.Add(Next("the O(1) number", found.Values, own => own.OfFloor));
        if (found.Time is not null)
        {
            sentences.Add(Next($"T({size})", found.Values, own => own.OfTime));
        }

        var disputed = found.Pooled.Where(own => own.Contradictions.Any()).ToList();
        if (disputed.Count > 0)
        {
            sentences.Add(
                $"Experts exclude each other on {Questions(disputed.Count)}: {string.Join(", ", disputed.Select(own => Subject(own.Question)))}. Let them talk before you ask anything else."
            );
        }

        return sentences;
    }

    /// <summary>What to know before the answer is believed.</summary>
    public static IReadOnlyList<string> Warnings(ElicitResult found)
    {
        var warnings = new List<string>();
        if (found.Answers.Questions.Count - found.Pooled.Count is > 0 and var open)
        {
            warnings.Add($"{Questions(open)} nobody answered: what the scenario says there counts as known.");
        }

        foreach (var expert in found.Experts.Where(expert => expert.IsOverconfident))
        {
            warnings.Add(
                $"{expert.Expert} is sure of too much: {expert.Held} of {expert.Others} middles of the others lie within their own P10 to P90, where some 80 % would."
            );
        }

        var single = found.Pooled.Count(own => own.Answers.Count == 1);
        if (single > 0)
        {
            warnings.Add(
                $"{Questions(single)} one expert alone answered: nothing shows whether that interval is wide enough."
            );
        }

        if (found.Redrawn > 0)
        {
            warnings.Add(
                $"{found.Redrawn} draws contradicted themselves and were drawn again; the last one because {found.RedrawnBecause}."
            );
        }

        if (found.Time is not null && found.Completed.Count < found.Terms.Draws)
        {
            warnings.Add(
                $"In {found.Terms.Draws - found.Completed.Count} of {found.Terms.Draws} draws a rollout stopped before its end; T(N) leaves them out."
            );
        }

        foreach (var file in found.Scenario.DataFiles.Where(file => !Path.IsPathRooted(file.Path)))
        {
            warnings.Add(
                $"{ElicitFolder.Elicited} in the folder of --out reads '{file.Path}': put it beside the scenario there."
            );
        }

        return warnings;
    }

    /// <summary>What a question is about, short: <c>the time of bmc-reset</c>, <c>services.uploads.station.servers</c>.</summary>
    public static string Subject(Question question)
    {
        var keys = question.Path.Split('.');
        return keys is ["update", "steps", var step, "takes", ..] ? $"the time of {step}" : question.Path;
    }

    /// <summary>The path without what all paths of steps begin with.</summary>
    public static string Short(Question question)
    {
        const string steps = "update.steps.";
        return question.Path.StartsWith(steps, StringComparison.Ordinal)
            ? question.Path[steps.Length..]
            : question.Path;
    }

    /// <summary>The short path, with the last keys of all questions about one law: <c>drain.takes.lognormal.median, p90</c>.</summary>
    public static string Short(QuestionValue value)
    {
        var more = value.Questions.Skip(1).Select(own => own.Question.Path[(own.Question.Path.LastIndexOf('.') + 1)..]);
        return string.Join(", ", more.Prepend(Short(value.Questions[0].Question)));
    }

    /// <summary>A few words for a picture: <c>drain median, p90</c>, <c>images bandwidth: 4.85 to 9.9 Gbit/s</c>.</summary>
    public static string Label(QuestionValue value)
    {
        var question = value.Questions[0].Question;
        var keys = question.Path.Split('.');
        string[] kept = keys switch
        {
            ["update", "steps", var step, "takes"] => [step],
            ["update", "steps", var step, .., var last] => [step, last],
            ["services", var service, .., var last] => [service, last],
            _ => [keys[^1]],
        };
        if (value.Questions.Count > 1)
        {
            var more = value.Questions.Skip(1).Select(own => own.Question.Path.Split('.')[^1]);
            return string.Join(", ", more.Prepend(string.Join(' ', kept)));
        }

        var (low, high) = (Number(question, value.Questions[0].Low), Number(question, value.Questions[0].High));
        var from = question.Unit.Length > 0 ? low.Replace(question.Unit, "", StringComparison.Ordinal).TrimEnd() : low;
        return $"{string.Join(' ', kept)}: {from} to {high}";
    }

    /// <summary>A number to three significant digits, with its unit.</summary>
    public static string Number(Question question, double number)
    {
        var places = number > 0 ? Digits - 1 - (int)Math.Floor(Math.Log10(number)) : 0;
        return question.Text(places < 0 ? Math.Round(number) : Math.Round(number, Math.Min(places, 15)));
    }

    /// <summary>Numbers of all questions about one law: <c>5 min, 9 min</c>.</summary>
    public static string Numbers(QuestionValue value, Func<PooledQuestion, double> read) =>
        string.Join(", ", value.Questions.Select(own => Number(own.Question, read(own))));

    /// <summary>A share with its limits: <c>61 % (52 to 70 %)</c>.</summary>
    public static string Limits(FirstOrderShare share) =>
        $"{HumanShare.Of(Math.Max(0, share.Value))} ({HumanShare.Of(share.Lower)} to {HumanShare.Of(share.Upper)})";

    private static string Time(string name, UncertainTime time)
    {
        var (mean, rollout) = (time.OfMean, time.OfRollout);
        var share = time.Variance.UnknownShare is { } unknown
            ? $" Not knowing is {HumanShare.Of(unknown)} of the variance, which answers can reduce; the rest is chance."
            : "";
        return $"{name} is {HumanTime.Of(time.Variance.Mean)} in the mean. Not knowing puts that mean between {HumanTime.Of(mean.P10)} and {HumanTime.Of(mean.P90)} (80 %; 95 %: {HumanTime.Of(mean.P2)} to {HumanTime.Of(mean.P97)}); with chance, one rollout takes {HumanTime.Of(rollout.P10)} to {HumanTime.Of(rollout.P90)} (80 %).{share}";
    }

    private static string Next(
        string what,
        IReadOnlyList<QuestionValue> values,
        Func<QuestionValue, FirstOrderShare?> share
    )
    {
        var ranked = values.Where(own => share(own) is not null).OrderByDescending(own => share(own)!.Value).ToList();
        if (ranked.Count == 0 || share(ranked[0])!.Upper < Idle)
        {
            return $"No answer moves {what}.";
        }

        var (first, best) = (ranked[0].Questions[0].Question, share(ranked[0])!);
        var asks = string.Join(" ", ranked[0].Questions.Select(own => $"\"{own.Question.Asks}\""));
        var rivals = ranked
            .Skip(1)
            .Where(own => share(own)!.Upper >= best.Lower && share(own)!.Value >= Little * best.Value)
            .Select(own => $"{Subject(own.Questions[0].Question)} ({Limits(share(own)!)})")
            .ToList();
        var tie = rivals.Count > 0 ? $" The sample does not tell it apart from {string.Join(", ", rivals)}." : "";
        return $"For {what}, ask about {Subject(first)} next: it carries {Limits(best)} of the variance that is not knowing. Ask: {asks}{tie}";
    }

    private static string Questions(int count) => count == 1 ? "1 question" : $"{count} questions";
}
