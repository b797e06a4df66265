using Simulator.Analysis.MeanField;
using Simulator.Analysis.OrderStatistics;

namespace Simulator.Experiments.Analytic;

/// <summary>How fine time is cut, and how far into the tail of a law.</summary>
/// <param name="Step">h in seconds, above 0.</param>
/// <param name="Tail">The share of a law that may be missing above.</param>
internal sealed record Grid(double Step, double Tail)
{
    private const int MostCells = 60_000;

    public GridLaw Of(Law law) => GridLaw.Of(law, Step, Tail, MostCells);

    /// <summary>The law of the wait for the next tick of a clock that is not one's own.</summary>
    public GridLaw Uniform(double period) =>
        Of(
            new Law
            {
                Survival = x => 1 - (x / period),
                Lower = 0,
                Upper = period,
            }
        );
}
