namespace Simulator.Analysis.OrderStatistics;

/// <summary>Inverts a survival function: the smallest x with S(x) ≤ s.</summary>
internal static class LawInversion
{
    private const double FirstStep = 1e-6;
    private const double Farthest = 1e290;

    public static double? UpperQuantile(Law law, double survival)
    {
        if (!(survival > 0 && survival < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(survival), survival, "A tail share lies between 0 and 1.");
        }

        if (law.SurvivalAt(law.Lower) <= survival)
        {
            return law.Lower;
        }

        var low = law.Lower;
        var width = FirstStep;
        while (law.SurvivalAt(law.Lower + width) > survival)
        {
            low = law.Lower + width;
            width *= 2;
            if (width > Farthest)
            {
                return null;
            }
        }

        return Bisect(law, survival, low, Math.Min(law.Lower + width, law.Upper));
    }

    private static double Bisect(Law law, double survival, double low, double high)
    {
        for (var step = 0; step < 400; step++)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                break;
            }

            if (law.SurvivalAt(middle) <= survival)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return high;
    }
}
