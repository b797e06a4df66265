using System.Numerics;

namespace Simulator.Kernel.Tests.Resources;

/// <summary>An exact fraction, reduced, with a positive denominator.</summary>
internal readonly record struct Rational
{
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        Denominator = denominator / divisor;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public static implicit operator Rational(long value) => new(value, 1);

    public static Rational operator +(Rational a, Rational b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + new Rational(-b.Numerator, b.Denominator);

    public static Rational operator *(Rational a, Rational b) =>
        new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) =>
        new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static Rational Min(Rational a, Rational b) => a.Compare(b) <= 0 ? a : b;

    /// <summary>The next whole number up, for values from 0.</summary>
    public BigInteger Ceiling() => (Numerator + Denominator - 1) / Denominator;

    public int Compare(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
}
