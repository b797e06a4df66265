using Simulator.Kernel.Random;

namespace Simulator.Kernel.Tests.Random;

/// <summary>One or more specimens of every law.</summary>
internal static class Laws
{
    public const double SmallestDraw = 1.1102230246251565e-16; // 2^-53, as from a stream

    public static IEnumerable<Distribution> Continuous() =>
        [
            new Uniform(30, 90),
            new Exponential(100),
            new Lognormal(4, 0.5),
            new Weibull(0.7, 60),
            new Weibull(3, 2),
            new Gamma(2.5, 20),
            new Gamma(0.3, 5),
            new Gamma(400, 0.1),
            new Triangular(1, 2, 9),
            new Triangular(1, 1, 9),
            new Triangular(1, 9, 9),
            new Pert(10, 20, 100),
            new Pert(0, 1, 1, 12),
            new Pareto(30, 10),
            new Shifted(-5, new Gamma(4, 10)),
        ];

    public static IEnumerable<Distribution> Others() =>
        [
            new Constant(42),
            new Empirical([3, 1, 4, 1, 5, 9, 2, 6]),
            new Mixture((new Constant(60), 0.999), (new Constant(900), 0.001)),
            new Mixture((new Uniform(0, 1), 2), (new Exponential(3), 1), (new Shifted(5, new Pareto(1, 3)), 1)),
        ];

    public static IEnumerable<Distribution> All() => Continuous().Concat(Others());

    /// <summary>Stream numbers with the corners of every algorithm among them.</summary>
    public static double[] Draws(int count, uint step)
    {
        var u = new double[count];
        StreamKey.Derive(20261123, 0).Uniforms(0, step, 1, 0, u);
        double[] corners = [SmallestDraw, 1 - SmallestDraw, 0.075, 0.925, 0.5, 0.25, 1e-12, 1 - 1e-12, 0.0749, 0.9251];
        corners.CopyTo(u, 0);
        return u;
    }
}
