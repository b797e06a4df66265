using System.Numerics;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>A rational number, exact: numerator over a positive denominator, in lowest terms.</summary>
internal readonly record struct Fraction
{
    public static readonly Fraction Zero = new(0, 1);

    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (_numerator, _denominator) = (numerator / common, denominator / common);
    }

    /// <summary>The least whole number that is not below.</summary>
    public long Ceiling => (long)-BigInteger.Divide(Floored(-_numerator), _denominator);

    public static Fraction Of(long whole) => new(whole, 1);

    public static Fraction Min(Fraction a, Fraction b) => a <= b ? a : b;

    public static Fraction operator +(Fraction a, Fraction b) =>
        new((a._numerator * b._denominator) + (b._numerator * a._denominator), a._denominator * b._denominator);

    public static Fraction operator -(Fraction a, Fraction b) =>
        new((a._numerator * b._denominator) - (b._numerator * a._denominator), a._denominator * b._denominator);

    public static Fraction operator *(Fraction a, Fraction b) =>
        new(a._numerator * b._numerator, a._denominator * b._denominator);

    public static Fraction operator /(Fraction a, Fraction b) =>
        new(a._numerator * b._denominator, a._denominator * b._numerator);

    public static bool operator <=(Fraction a, Fraction b) =>
        a._numerator * b._denominator <= b._numerator * a._denominator;

    public static bool operator >=(Fraction a, Fraction b) => b <= a;

    /// <summary>The greatest multiple of the denominator that is not above.</summary>
    private BigInteger Floored(BigInteger numerator)
    {
        var rest = BigInteger.Remainder(numerator, _denominator);
        return numerator - (rest.Sign < 0 ? rest + _denominator : rest);
    }
}
