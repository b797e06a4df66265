using Simulator.Analysis.OrderStatistics;
using Simulator.Experiments.Floors;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Studies;

/// <summary>A law of the kernel, told to the analysis: survival function, atoms and corners.</summary>
internal static class DistributionLaw
{
    private const double AllMass = 1 - 1e-12;

    /// <summary>The law: all atoms where the distribution takes finitely many values, else survival, atoms and kinks.</summary>
    public static Law Of(Distribution distribution)
    {
        var atoms = Atoms(distribution)
            .GroupBy(atom => atom.Value)
            .Select(same => new Atom(same.Key, same.Sum(atom => atom.Mass)))
            .OrderBy(atom => atom.Value)
            .ToList();
        return atoms.Sum(atom => atom.Mass) > AllMass
            ? Law.Discrete(atoms)
            : new Law
            {
                Survival = distribution.Survival,
                Lower = distribution.Minimum,
                Upper = distribution.Maximum,
                Atoms = atoms,
                Kinks =
                [
                    .. Corners(distribution)
                        .Where(corner => corner > distribution.Minimum && corner < distribution.Maximum)
                        .Distinct()
                        .Order(),
                ],
            };
    }

    private static IEnumerable<Atom> Atoms(Distribution distribution) =>
        distribution switch
        {
            Constant constant => [new Atom(constant.Mean, 1)],
            Empirical { Sample: var sample } => sample.ToArray().Select(value => new Atom(value, 1.0 / sample.Length)),
            Shifted { Inner: var inner, Offset: var offset } => Atoms(inner)
                .Select(atom => atom with { Value = atom.Value + offset }),
            Bounded { Inner: var inner, Most: var most } when inner.Maximum > most =>
            [
                .. Atoms(inner).Where(atom => atom.Value < most),
                new Atom(
                    most,
                    inner.Survival(most) + Atoms(inner).Where(atom => atom.Value == most).Sum(atom => atom.Mass)
                ),
            ],
            Bounded { Inner: var inner } => Atoms(inner),
            Mixture mixture => mixture
                .Components.Zip(mixture.Weights)
                .SelectMany(part => Atoms(part.First).Select(atom => atom with { Mass = atom.Mass * part.Second })),
            _ => [],
        };

    /// <summary>Where the density may jump: the ends of every component and the tops of triangles.</summary>
    private static IEnumerable<double> Corners(Distribution distribution) =>
        distribution switch
        {
            Triangular triangular => [triangular.Minimum, triangular.Mode, triangular.Maximum],
            Shifted { Inner: var inner, Offset: var offset } => Corners(inner).Select(corner => corner + offset),
            Bounded { Inner: var inner, Most: var most } => Corners(inner).Append(most),
            Mixture mixture => mixture.Components.SelectMany(Corners),
            _ => [distribution.Minimum, distribution.Maximum],
        };
}
