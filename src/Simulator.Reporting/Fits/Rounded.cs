namespace Simulator.Reporting.Fits;

/// <summary>Six significant digits: what fits give beyond them differs between kinds of machine.</summary>
internal static class Rounded
{
    private const int Digits = 6;

    /// <summary>The nearest number of six significant digits.</summary>
    public static double? Of(double? value)
    {
        if (value is not { } number || !double.IsFinite(number) || number == 0)
        {
            return value;
        }

        var places = Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(number)));
        return places is >= 0 and <= 15 ? Math.Round(number, places)
            : places < 0 ? Math.Round(number / Math.Pow(10, -places)) * Math.Pow(10, -places)
            : number;
    }
}
