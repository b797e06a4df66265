namespace Simulator.Analysis.OrderStatistics;

/// <summary>Laws that consist of atoms: S(x) = Σ of the masses above x.</summary>
internal static class DiscreteLaw
{
    /// <summary>Cells into which the atoms of a sum are merged when they become too many.</summary>
    private const int FinestGrid = 1 << 18;

    public static Law From(IReadOnlyList<Atom> atoms)
    {
        if (atoms.Count == 0 || atoms.Any(atom => !double.IsFinite(atom.Value) || !(atom.Mass > 0)))
        {
            throw new ArgumentException("A discrete law needs finite values with positive masses.", nameof(atoms));
        }

        var total = atoms.Sum(atom => atom.Mass);
        if (Math.Abs(total - 1) > 1e-9)
        {
            throw new ArgumentException($"The masses sum to {total}, not to 1.", nameof(atoms));
        }

        return Build(atoms, total);
    }

    /// <summary>The law of X + Y for two discrete laws; beyond 2^18 atoms neighbours are merged at their common mean.</summary>
    public static Law Sum(Law first, Law second)
    {
        var low = first.Lower + second.Lower;
        var high = first.Atoms[^1].Value + second.Atoms[^1].Value;
        if ((long)first.Atoms.Count * second.Atoms.Count <= FinestGrid || high <= low)
        {
            return Build(
                [
                    .. first.Atoms.SelectMany(a =>
                        second.Atoms.Select(b => new Atom(a.Value + b.Value, a.Mass * b.Mass))
                    ),
                ],
                1
            );
        }

        var masses = new double[FinestGrid + 1];
        var moments = new double[FinestGrid + 1];
        foreach (var a in first.Atoms)
        {
            foreach (var b in second.Atoms)
            {
                var value = a.Value + b.Value;
                var cell = (int)((value - low) / (high - low) * FinestGrid);
                masses[cell] += a.Mass * b.Mass;
                moments[cell] += a.Mass * b.Mass * value;
            }
        }

        var merged = new List<Atom>();
        for (var cell = 0; cell < masses.Length; cell++)
        {
            if (masses[cell] > 0)
            {
                merged.Add(new Atom(moments[cell] / masses[cell], masses[cell]));
            }
        }

        return Build(merged, 1);
    }

    /// <summary>
    /// A law of at most about a thousand atoms with the same mean: the 256 largest stay, the others are merged in
    /// neighbourhoods of equal probability, so that the far tail keeps every value.
    /// </summary>
    public static Law Thinned(Law law)
    {
        const int kept = 256,
            merged = 768;
        if (law.Atoms.Count <= kept + merged)
        {
            return law;
        }

        var body = law.Atoms.Take(law.Atoms.Count - kept).ToArray();
        var share = body.Sum(atom => atom.Mass) / merged;
        var atoms = law.Atoms.Skip(body.Length).ToList();
        double mass = 0,
            moment = 0;
        for (var index = 0; index < body.Length; index++)
        {
            mass += body[index].Mass;
            moment += body[index].Mass * body[index].Value;
            if (mass >= share || index == body.Length - 1)
            {
                atoms.Add(new Atom(moment / mass, mass));
                (mass, moment) = (0, 0);
            }
        }

        return Build(atoms, 1);
    }

    private static Law Build(IReadOnlyList<Atom> atoms, double total)
    {
        var merged = new List<Atom>();
        foreach (var atom in atoms.OrderBy(atom => atom.Value))
        {
            var mass = atom.Mass / total;
            if (merged.Count > 0 && merged[^1].Value == atom.Value)
            {
                merged[^1] = new Atom(atom.Value, merged[^1].Mass + mass);
            }
            else
            {
                merged.Add(new Atom(atom.Value, mass));
            }
        }

        var values = merged.Select(atom => atom.Value).ToArray();
        var above = new double[values.Length];
        for (var index = values.Length - 2; index >= 0; index--)
        {
            above[index] = above[index + 1] + merged[index + 1].Mass;
        }

        return new Law
        {
            Survival = x => above[LastAtMost(values, x)],
            Lower = values[0],
            Upper = values[^1],
            Atoms = merged,
        };
    }

    private static int LastAtMost(double[] values, double x)
    {
        var found = Array.BinarySearch(values, x);
        return found >= 0 ? found : Math.Max(~found - 1, 0);
    }
}
