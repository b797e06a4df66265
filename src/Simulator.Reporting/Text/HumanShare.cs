using System.Globalization;

namespace Simulator.Reporting.Text;

/// <summary>Shares and deviations: <c>12 %</c>, <c>+12 %</c>, <c>x 25.6</c>.</summary>
public static class HumanShare
{
    /// <summary>A share in per cent: <c>0.4 %</c>, <c>12 %</c>, <c>99.9 %</c>.</summary>
    /// <param name="share">The share; 1 = 100 %.</param>
    /// <returns>The text; never <c>0 %</c> or <c>100 %</c> for what is not exactly that.</returns>
    public static string Of(double share)
    {
        if (!double.IsFinite(share))
        {
            return "-";
        }

        var percent = 100 * share;
        if (percent != 0 && Math.Abs(percent) < 0.05)
        {
            return "< 0.1 %";
        }

        if (percent < 100 && percent >= 99.95)
        {
            return "> 99.9 %";
        }

        var isWhole = Math.Abs(percent) >= 9.95 && Math.Abs(percent) < 99.5;
        var text = percent.ToString(isWhole ? "0" : "0.#", CultureInfo.InvariantCulture);
        return (text is "-0" ? "0" : text) + " %";
    }

    /// <summary>A deviation T/R - 1: signed per cent below a doubling, the factor from there on.</summary>
    /// <param name="deviation">The deviation, at least -1.</param>
    /// <returns><c>+12 %</c>, <c>0 %</c>, <c>-3.1 %</c>, <c>x 25.6</c>.</returns>
    public static string Deviation(double? deviation)
    {
        if (deviation is not { } value || !double.IsFinite(value))
        {
            return "-";
        }

        if (value >= 0.995)
        {
            var factor = 1 + value;
            var format = factor < 99.95 ? "0.0" : "#,0";
            return "x " + factor.ToString(format, CultureInfo.InvariantCulture);
        }

        if (Math.Abs(value) < 0.0005)
        {
            return "0 %";
        }

        var percent = (100 * value).ToString(Math.Abs(value) < 0.0995 ? "0.#" : "0", CultureInfo.InvariantCulture);
        return (value > 0 ? "+" : string.Empty) + percent + " %";
    }
}
