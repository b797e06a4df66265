using Simulator.Analysis.Calibrations;

namespace Simulator.Experiments.Evidence;

/// <summary>
/// Sets the calibrated numbers of a case: each such that the mean of ln(predicted/measured) over its own points is zero, the
/// others held, over and over until all of them are.
/// </summary>
/// <param name="predictor">The case.</param>
/// <param name="numbers">Its calibrated numbers with the points to use, at least one point each.</param>
internal sealed class Calibration(Predictor predictor, IReadOnlyList<CalibratedNumber> numbers)
{
    private const double Tolerance = 1e-5;
    private const int MostRounds = 60;

    /// <summary>Finds the factors by which the numbers of the file are to be multiplied.</summary>
    /// <param name="start">Where the search begins.</param>
    /// <returns>One factor a number.</returns>
    /// <exception cref="EvidenceException">No value of some number meets its points.</exception>
    public double[] Solve(IReadOnlyList<double> start)
    {
        var logs = start.Select(factor => Math.Log(factor)).ToArray();
        for (var round = 0; round < MostRounds; round++)
        {
            var moved = 0.0;
            for (var place = 0; place < logs.Length; place++)
            {
                var before = logs[place];
                logs[place] = SolveOne(logs, place);
                moved = Math.Max(moved, Math.Abs(logs[place] - before));
            }

            if (moved < Tolerance || logs.Length == 1)
            {
                return Array.ConvertAll(logs, Math.Exp);
            }
        }

        throw new EvidenceException(
            $"the calibrated numbers {string.Join(" and ", numbers.Select(number => number.Path))} do not settle: their points tell the two apart too badly"
        );
    }

    private double SolveOne(double[] logs, int place)
    {
        double Residual(double log)
        {
            var factors = logs.Select((other, index) => Math.Exp(index == place ? log : other)).ToArray();
            return numbers[place].Points.Average(point => predictor.At(point.N, factors).Log - Math.Log(point.Seconds));
        }

        return MonotoneRoot.Find(Residual, logs[place])
            ?? throw new EvidenceException(
                $"no value of {numbers[place].Path} meets its points ({string.Join(", ", numbers[place].Points.Select(point => point.N))})"
            );
    }
}
