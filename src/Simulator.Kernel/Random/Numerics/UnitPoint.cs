namespace Simulator.Kernel.Random.Numerics;

/// <summary>A point x of [0, 1] with 1 − x and both logarithms, none of them obtained by a cancelling difference.</summary>
internal readonly record struct UnitPoint(double Value, double Rest, double LogValue, double LogRest)
{
    /// <summary>The point with ln(x/(1 − x)) = y.</summary>
    public static UnitPoint FromLogit(double y)
    {
        var correction = Elementary.Log1p(Elementary.Exp(-Math.Abs(y)));
        var logValue = Math.Min(y, 0) - correction;
        var logRest = Math.Min(-y, 0) - correction;
        return new UnitPoint(Elementary.Exp(logValue), Elementary.Exp(logRest), logValue, logRest);
    }

    /// <summary>The same point seen from the other end.</summary>
    public UnitPoint Mirrored() => new(Rest, Value, LogRest, LogValue);
}
