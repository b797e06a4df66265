using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Random;

/// <summary>What a law demands of its parameters, said once.</summary>
internal static class Require
{
    /// <summary>Returns a value that is finite, or throws.</summary>
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        double.IsFinite(value) ? value : throw Refusal(value, name, "finite");

    /// <summary>Returns a value that is finite and positive, or throws.</summary>
    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        double.IsFinite(value) && value > 0 ? value : throw Refusal(value, name, "finite and positive");

    /// <summary>Returns a value strictly between 0 and 1, or throws.</summary>
    public static double Probability(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value is > 0 and < 1 ? value : throw Refusal(value, name, "in (0, 1)");

    /// <summary>Returns a finite value above another, or throws.</summary>
    public static double Above(
        double bound,
        double value,
        [CallerArgumentExpression(nameof(value))] string? name = null
    ) => double.IsFinite(value) && value > bound ? value : throw Refusal(value, name, $"finite and above {bound}");

    /// <summary>Returns a value from least to greatest, or throws.</summary>
    public static double Within(
        double least,
        double greatest,
        double value,
        [CallerArgumentExpression(nameof(value))] string? name = null
    ) => value >= least && value <= greatest ? value : throw Refusal(value, name, $"from {least} to {greatest}");

    /// <summary>Throws unless two spans have one length.</summary>
    public static void SameLength(int arguments, int results)
    {
        if (results != arguments)
        {
            throw new ArgumentException($"{results} places for the results of {arguments} arguments.", nameof(results));
        }
    }

    private static ArgumentOutOfRangeException Refusal(double value, string? name, string demand) =>
        new(name, value, $"{name} is {value}; it must be {demand}.");
}
