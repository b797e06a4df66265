using Simulator.Experiments.Levers;

namespace Simulator.Experiments.Planning;

/// <summary>How far chosen levers have to be raised: no further than the goal asks.</summary>
/// <param name="trials">Runs settings.</param>
/// <param name="target">The miss that is to be reached.</param>
/// <remarks>
/// First all together by the same part of their way, by bisection; then each by itself as far down as the rest allows, the
/// costly ones first. What is returned was run and reaches the target, also where more of a lever is slower.
/// </remarks>
internal sealed class LeastValues(Trials trials, double target)
{
    private const int Parts = 64;

    /// <summary>The least values.</summary>
    /// <param name="chosen">The levers, which reach the target when all are lifted; those that turn out needless are dropped.</param>
    /// <param name="prices">Price of one more unit by key path; missing ones count nothing.</param>
    public Setting Of(IReadOnlyList<Lever> chosen, IReadOnlyDictionary<string, double> prices)
    {
        var needed = chosen.ToList();
        foreach (var lever in Enumerable.Reverse(chosen).OrderByDescending(own => prices.GetValueOrDefault(own.Path)))
        {
            var others = needed.Where(other => other != lever).ToList();
            if (Reaches(Setting.AsItIs.Lifting(others)))
            {
                needed = others;
            }
        }

        var part = Least(Parts, candidate => Reaches(At(needed, candidate)));
        var setting = At(needed, part);
        foreach (var lever in needed.OrderByDescending(own => Cost(own, setting, prices)))
        {
            var values = lever.Values().TakeWhile(value => value <= setting[lever]).ToList();
            var index = Least(values.Count - 1, candidate => Reaches(setting.With(lever, values[candidate])));
            setting = setting.With(lever, values[index]);
        }

        return setting;
    }

    /// <summary>What raising a lever costs in a setting.</summary>
    public static double Cost(Lever lever, Setting setting, IReadOnlyDictionary<string, double> prices) =>
        prices.GetValueOrDefault(lever.Path) * (double)(setting[lever] - lever.Number);

    private bool Reaches(Setting setting) => trials.Of(setting).Miss <= target;

    /// <summary>All levers the same part of their way from the first value above their own to the last.</summary>
    private static Setting At(IEnumerable<Lever> levers, int part) =>
        levers.Aggregate(
            Setting.AsItIs,
            (setting, lever) =>
            {
                var values = lever.Values();
                return setting.With(lever, values[(values.Count - 1) * part / Parts]);
            }
        );

    /// <summary>The least index from 0 at which something holds that holds at the last, where it holds from some index on.</summary>
    private static int Least(int last, Func<int, bool> holds)
    {
        var (low, high) = (-1, last);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = holds(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }
}
