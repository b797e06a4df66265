using System.Globalization;

namespace Simulator.Experiments.Elicitation.Asking;

/// <summary>One number of a scenario that experts are asked about.</summary>
/// <remarks>Immutable and thread-safe. Numbers are in <see cref="Unit"/>.</remarks>
public sealed record Question
{
    private const int Digits = 6;

    private readonly QuantityForm _form;

    /// <summary>Makes a question about a quantity of some form.</summary>
    internal Question(QuantityForm form) => _form = form;

    /// <summary>Its key path, such as <c>update.steps.drain.takes.lognormal.median</c>; it names the question in files.</summary>
    public required string Path { get; init; }

    /// <summary>The question in words.</summary>
    public required string Asks { get; init; }

    /// <summary>The unit of the answer as a scenario writes it, such as <c>min</c>, <c>/s</c>, <c>%</c> or <c>nodes</c>; empty for bare numbers.</summary>
    public required string Unit { get; init; }

    /// <summary>The number that the scenario has.</summary>
    public required double Current { get; init; }

    /// <summary>What no answer reaches: 100 for per cent, else +∞.</summary>
    public double Ceiling => Unit == "%" ? 100 : double.PositiveInfinity;

    /// <summary>The law that it is a parameter of, as a path; null where it is none.</summary>
    internal string? Law { get; init; }

    /// <summary>Whether it is a time within that law, so that it is scaled with the others.</summary>
    internal bool IsTime { get; init; }

    /// <summary>A number as the scenario would write it: six significant digits, whole where only these fit.</summary>
    /// <param name="number">The number, at least 0.</param>
    public string Text(double number)
    {
        var places = number > 0 ? Digits - 1 - (int)Math.Floor(Math.Log10(number)) : 0;
        var rounded = Math.Round((decimal)number, _form.IsWhole ? 0 : Math.Clamp(places, 0, 18));
        var written = rounded.ToString("0.##################", CultureInfo.InvariantCulture);
        return (Unit.Length > 0 && Unit[0] != '/' ? $"{written} {Unit}" : written + Unit).TrimEnd();
    }

    /// <summary>Reads an answer with its unit.</summary>
    /// <param name="text">A number with a unit of the same kind, such as <c>90 s</c>.</param>
    /// <param name="number">The number in <see cref="Unit"/>.</param>
    /// <returns>What is needed instead, a clause without full stop; null where the answer is good.</returns>
    internal string? Read(string text, out double number)
    {
        number = 0;
        var parsed = _form.Shape.Parse(text);
        if (parsed.Value is null)
        {
            return $"{parsed.Expected} is needed. {parsed.Cure}".TrimEnd(' ', '.');
        }

        if (BaseUnits.Of(parsed.Value) is not { } found || found.Dimension != _form.Dimension)
        {
            return $"another unit is needed: {(Unit.Length == 0 ? "none" : $"'{Unit}'")}";
        }

        number = found.Number / _form.Scale;
        return null;
    }
}
