using Simulator.Analysis.Calibrations;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Evidence;

/// <summary>Predicts the points of one case: calibrates its numbers, and again without each point that sets one.</summary>
internal sealed class CaseStudy
{
    private readonly EvidenceSpec _spec;
    private readonly Predictor _predictor;
    private readonly double[] _factors;
    private readonly List<LeftOut> _leftOut = [];

    public CaseStudy(string name, Scenario scenario)
    {
        _spec = scenario.Evidence!;
        _predictor = new Predictor(scenario);
        try
        {
            _factors = new Calibration(_predictor, _spec.Calibrated).Solve([.. _spec.Calibrated.Select(_ => 1.0)]);
            LeaveOut();
        }
        catch (EvidenceException failed)
        {
            throw new EvidenceException($"{name}: {failed.Message}");
        }
    }

    /// <summary>What the numbers of the file are multiplied by where all their points set them.</summary>
    public IReadOnlyList<double> Factors => _factors;

    /// <summary>The calibrated numbers as all their points set them.</summary>
    public IReadOnlyList<(string Path, string Value)> Calibrated =>
        [.. _spec.Calibrated.Zip(_factors, (number, factor) => (number.Path, _predictor.Shown(number.Path, factor)))];

    /// <summary>Predicts a point.</summary>
    /// <exception cref="ScenarioException">The scenario does not take this n.</exception>
    public EvidenceRow Predict(EvidencePoint point)
    {
        var isCalibrated = _spec.Calibrated.Any(number => number.Points.Any(own => own.N == point.N));
        var without = _leftOut.Find(left => left.Point.N == point.N);
        var prediction = _predictor.At(point.N, without?.Factors ?? _factors);
        var (low, high) = Interval(point.N, prediction, without);
        var kind =
            _spec.IsNegativeControl ? PointKind.NegativeControl
            : isCalibrated ? PointKind.Calibrated
            : PointKind.Unseen;
        return new EvidenceRow(point, kind)
        {
            Basis =
                without is not null ? PredictionBasis.LeaveOneOut
                : isCalibrated ? PredictionBasis.InSample
                : PredictionBasis.OutOfSample,
            Predicted = prediction.Seconds,
            Low = low,
            High = high,
        };
    }

    /// <summary>Calibrates without each point, where there are three or more and every number keeps one.</summary>
    private void LeaveOut()
    {
        var points = _spec.Calibrated.SelectMany(number => number.Points).DistinctBy(point => point.N).ToList();
        if (points.Count < JackknifePlus.LeastPoints)
        {
            return;
        }

        foreach (var point in points)
        {
            var rest = _spec
                .Calibrated.Select(number =>
                    number with
                    {
                        Points = [.. number.Points.Where(other => other.N != point.N)],
                    }
                )
                .ToList();
            if (rest.TrueForAll(number => number.Points.Count > 0))
            {
                var factors = new Calibration(_predictor, rest).Solve(_factors);
                var miss = _predictor.At(point.N, factors).Log - Math.Log(point.Seconds);
                _leftOut.Add(new LeftOut(point, factors, miss));
            }
        }
    }

    /// <summary>The range of the replications, widened by what leaving points out tells, or by the declared margin.</summary>
    private (double Low, double High) Interval(decimal n, Prediction prediction, LeftOut? without)
    {
        var (low, high) = (prediction.Low / (1 + _spec.Margin), prediction.High * (1 + _spec.Margin));
        if (_leftOut.Count < JackknifePlus.LeastPoints)
        {
            return (low, high);
        }

        var others = _leftOut.Where(left => left != without).ToList();
        var (logLow, logHigh) = JackknifePlus.Interval(
            [.. _leftOut.Select(left => without is null ? _predictor.At(n, left.Factors).Log : prediction.Log)],
            [.. _leftOut.Select(left => left == without ? others.Max(other => Math.Abs(other.Miss)) : left.Miss)]
        );
        return (
            Math.Min(low, prediction.Low * Math.Exp(logLow - prediction.Log)),
            Math.Max(high, prediction.High * Math.Exp(logHigh - prediction.Log))
        );
    }

    /// <summary>A calibration without one point, and by how much it misses that point, in logarithms.</summary>
    private sealed record LeftOut(CalibrationPoint Point, double[] Factors, double Miss);
}
