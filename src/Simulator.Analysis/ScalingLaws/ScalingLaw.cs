using System.Globalization;

namespace Simulator.Analysis.ScalingLaws;

/// <summary>A law of growth with its numbers: T(N) = a + b φ(N; θ) (+ c N (N − 1) for the universal scalability form).</summary>
/// <param name="Form">The shape φ.</param>
/// <param name="Constant">a in seconds, ≥ 0.</param>
/// <param name="Slope">b in seconds per φ, ≥ 0; 0 for the constant form.</param>
/// <param name="Curvature">c in seconds, ≥ 0; 0 for all but the universal scalability form.</param>
/// <param name="Shape">θ: the exponent of a power, the k of a staircase, the N* of a hinge; null for the others.</param>
/// <remarks>Immutable.</remarks>
public sealed record ScalingLaw(GrowthForm Form, double Constant, double Slope, double Curvature, double? Shape)
{
    /// <summary>How far from 1 an exponent may be to be called linear.</summary>
    private const double LinearBand = 0.02;

    /// <summary>The law's time for N nodes, in seconds.</summary>
    /// <param name="nodes">N ≥ 1.</param>
    /// <returns>T(N) = a + b φ(N; θ) + c N (N − 1).</returns>
    public double SecondsAt(double nodes)
    {
        var terms = GrowthTerms.At(Form, nodes, Shape);
        var seconds = Constant;
        seconds += terms.Length > 1 ? Slope * terms[1] : 0;
        return seconds + (terms.Length > 2 ? Curvature * terms[2] : 0);
    }

    /// <summary>The class of the leading term; a term with coefficient 0 leads nothing.</summary>
    public GrowthClass Class
    {
        get
        {
            if (Curvature > 0)
            {
                return GrowthClass.SuperLinear;
            }

            if (Slope <= 0)
            {
                return GrowthClass.Bounded;
            }

            return Form switch
            {
                GrowthForm.Constant => GrowthClass.Bounded,
                GrowthForm.Logarithmic => GrowthClass.Logarithmic,
                GrowthForm.SquareRoot => GrowthClass.SubLinear,
                GrowthForm.Power when Shape < 1 - LinearBand => GrowthClass.SubLinear,
                GrowthForm.Power when Shape > 1 + LinearBand => GrowthClass.SuperLinear,
                GrowthForm.LinearLogarithmic => GrowthClass.SuperLinear,
                _ => GrowthClass.Linear,
            };
        }
    }

    /// <summary>The leading term with its number, such as <c>2 N^0.75</c>; the constant where nothing grows.</summary>
    public string LeadingTerm
    {
        get
        {
            if (Curvature > 0)
            {
                return $"{Text(Curvature)} N^2";
            }

            if (Class == GrowthClass.Bounded)
            {
                return Text(Constant);
            }

            return Form switch
            {
                GrowthForm.Logarithmic => $"{Text(Slope)} ln N",
                GrowthForm.SquareRoot => $"{Text(Slope)} sqrt N",
                GrowthForm.Power => $"{Text(Slope)} N^{Text(Shape)}",
                GrowthForm.LinearLogarithmic => $"{Text(Slope)} N ln N",
                GrowthForm.Staircase => $"{Text(Slope)} ceil(N/{Text(Shape)})",
                _ => $"{Text(Slope)} N",
            };
        }
    }

    /// <summary>The law in words and numbers, such as <c>a + b N^c with a = 30 s, b = 2 s, c = 0.75</c>.</summary>
    public string Formula =>
        Form switch
        {
            GrowthForm.Constant => $"a with a = {Text(Constant)} s",
            GrowthForm.Logarithmic => $"a + b ln N with {Pair()}",
            GrowthForm.SquareRoot => $"a + b sqrt N with {Pair()}",
            GrowthForm.Power => $"a + b N^c with {Pair()}, c = {Text(Shape)}",
            GrowthForm.Linear => $"a + b N with {Pair()}",
            GrowthForm.LinearLogarithmic => $"a + b N ln N with {Pair()}",
            GrowthForm.Staircase => $"a + b ceil(N/k) with {Pair()}, k = {Text(Shape)}",
            GrowthForm.Hinge => $"a + b max(0, N - N*) with {Pair()}, N* = {Text(Shape)}",
            _ => $"a + b (N - 1) + c N (N - 1) with {Pair()}, c = {Text(Curvature)} s",
        };

    private static string Text(double? number) =>
        number is { } value ? value.ToString("G5", CultureInfo.InvariantCulture) : string.Empty;

    private string Pair() => $"a = {Text(Constant)} s, b = {Text(Slope)} s";
}
