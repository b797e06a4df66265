namespace Simulator.Analysis.OrderStatistics;

/// <summary>The law of a maximum of independent values: P(max > x) = −expm1(Σ n_g log1p(−S_g(x))).</summary>
internal static class MaximumLaw
{
    public static Law Of(IReadOnlyList<(Law Law, long Count)> groups)
    {
        if (groups.Count == 0 || groups.Any(group => group.Count < 1))
        {
            throw new ArgumentException("A maximum needs at least one group of at least one value.", nameof(groups));
        }

        var lower = groups.Max(group => group.Law.Lower);
        var upper = groups.Max(group => group.Law.Upper);
        double Survival(double x) => OneMinusProduct(groups, group => group.Law.SurvivalAt(x));

        var atoms = new List<Atom>();
        foreach (
            var value in groups
                .SelectMany(group => group.Law.Atoms.Select(atom => atom.Value))
                .Append(lower)
                .Where(value => value >= lower)
                .Distinct()
                .Order()
        )
        {
            // at the lower end all that lies below counts too: a constant group cuts the others off from below
            var before = value == lower ? 1 : OneMinusProduct(groups, group => Before(group.Law, value));
            var mass = before - (value >= upper ? 0 : Survival(value));
            if (mass > 0)
            {
                atoms.Add(new Atom(value, mass));
            }
        }

        return new Law
        {
            Survival = Survival,
            Lower = lower,
            Upper = upper,
            Atoms = atoms,
            Kinks =
            [
                .. groups
                    .SelectMany(group => group.Law.Kinks.Append(group.Law.Lower).Append(group.Law.Upper))
                    .Where(kink => kink > lower && kink < upper)
                    .Distinct()
                    .Order(),
            ],
        };
    }

    private static double OneMinusProduct(
        IReadOnlyList<(Law Law, long Count)> groups,
        Func<(Law Law, long Count), double> survival
    )
    {
        var exponent = 0.0;
        foreach (var group in groups)
        {
            var share = survival(group);
            if (share >= 1)
            {
                return 1;
            }

            exponent += group.Count * CancellationFree.LogOnePlus(-share);
        }

        return -CancellationFree.ExpMinusOne(exponent);
    }

    /// <summary>P(X ≥ x): the survival just before x.</summary>
    private static double Before(Law law, double x)
    {
        int low = 0,
            high = law.Atoms.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var value = law.Atoms[middle].Value;
            if (value == x)
            {
                return Math.Min(1, law.SurvivalAt(x) + law.Atoms[middle].Mass);
            }

            (low, high) = value < x ? (middle + 1, high) : (low, middle - 1);
        }

        return law.SurvivalAt(x);
    }
}
