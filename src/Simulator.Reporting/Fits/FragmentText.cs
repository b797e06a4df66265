using System.Text;
using Simulator.Experiments.Logs;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Fits;

/// <summary>The fitted steps as a piece of a scenario, to be pasted below its <c>cluster:</c>.</summary>
public static class FragmentText
{
    /// <summary>The piece, with the origin of each number as a comment.</summary>
    /// <param name="fit">The fit.</param>
    /// <returns>Lines that end with <c>\n</c>.</returns>
    public static string Of(LogFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var text = new StringBuilder();
        text.Append("# Fitted by o1sim fit to ").Append(Clean(fit.Source));
        text.Append(": ").Append(HumanCount.Of(fit.Used)).Append(" of ").Append(HumanCount.Of(fit.Rows));
        text.Append(" rows used, log and options ").Append(fit.Hash.AsSpan(0, 12)).Append(".\n");
        text.Append("update:\n  steps:\n");
        foreach (var step in fit.Steps)
        {
            Append(text, step);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, StepFit step)
    {
        if (step.Fit is not { } fit)
        {
            text.Append("    # '").Append(Clean(step.Step)).Append("': ").Append(StepWords.Evidence(step)).Append('\n');
            return;
        }

        text.Append("    ").Append(step.Name).Append(":\n");
        var name = string.Equals(step.Step, step.Name, StringComparison.Ordinal) ? "" : $"'{Clean(step.Step)}': ";
        text.Append("      # ").Append(name).Append(StepWords.Evidence(step)).Append('\n');
        foreach (var warning in step.Warnings)
        {
            text.Append("      # ! ").Append(Clean(warning)).Append('\n');
        }

        text.Append("      takes: ").Append(LawSpelling.Of(fit.Chosen.Law, step.Name)).Append('\n');
        if (step.Poll is { } poll)
        {
            text.Append("      poll: { period: ").Append(Spelling.Duration(poll)).Append(", phase: uniform }\n");
        }

        if (step.Fails is not { } fails)
        {
            return;
        }

        text.Append("      # ").Append(StepWords.Failures(step, fails)).Append('\n');
        if (step.Failed > 0)
        {
            text.Append("      fails: ").Append(Spelling.Share(fails.Share)).Append('\n');
        }

        if (step is { Failed: > 0, MostAttempts: > 1 })
        {
            text.Append("      retry: { limit: ").Append(step.MostAttempts - 1).Append(" }\n");
        }
    }

    /// <summary>A text that stays on its line and in its comment.</summary>
    private static string Clean(string text) =>
        new([.. text.Select(sign => char.IsControl(sign) || sign is '\u2028' or '\u2029' or '\u0085' ? ' ' : sign)]);
}
