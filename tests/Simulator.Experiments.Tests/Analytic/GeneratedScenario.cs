using System.Globalization;
using System.Text;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Tests.Analytic;

/// <summary>Random scenarios of steps, services and strategies, the same text for the same number.</summary>
/// <param name="number">Which.</param>
internal sealed class GeneratedScenario(uint number)
{
    private readonly StreamKey _stream = StreamKey.Derive(seed: 20261124, number);
    private uint _draws;

    /// <summary>The scenario.</summary>
    public string Text()
    {
        var text = new StringBuilder(
            string.Create(
                CultureInfo.InvariantCulture,
                $"schema: 1\nname: generated-{number}\nseed: {number}\ncluster: {{ nodes: {Whole(50, 3_000)} }}\n"
            )
        );
        var (hasDesk, hasImages, hasApi) = (Chance(0.4), Chance(0.4), Chance(0.4));
        if (hasDesk || hasImages || hasApi)
        {
            text.Append("services:\n");
        }

        Line(text, hasDesk, $"  desk: {{ station: {{ servers: {Whole(2, 60)} }} }}");
        Line(text, hasImages, $"  images: {{ link: {{ bandwidth: {Whole(1, 40)} Gbit/s, per-node: 1 Gbit/s }} }}");
        Line(text, hasApi, $"  api: {{ token-bucket: {{ rate: {Whole(1, 30)}/s, burst: {Whole(1, 50)} }} }}");
        text.Append("update:\n  steps:\n");
        Line(text, Chance(0.5), $"    stage: {{ takes: {Takes()}, in-service: true }}");
        Line(text, hasImages, $"    fetch: {{ transfer: {Whole(1, 8)} GB, from: images }}");
        Line(text, hasApi, $"    drain: {{ takes: {Takes()}, calls: {{ api: {Whole(1, 6)} }} }}");
        Line(text, hasDesk, $"    flash: {{ takes: {Takes()}, uses: desk }}");
        var poll = Chance(0.3) ? ", poll: 30 s" : "";
        var fails = Chance(0.3) ? $", fails: {Whole(1, 5)} %, retry: {{ limit: 3 }}" : "";
        Line(text, isWanted: true, $"    reboot: {{ takes: {Takes()}{poll}{fails} }}");
        text.Append(Rollout());
        return text.ToString();
    }

    private string Takes() =>
        Whole(0, 5) switch
        {
            0 => $"{Whole(20, 600)} s",
            1 => $"{{ exponential: {{ mean: {Whole(30, 400)} s }} }}",
            2 => $"{{ gamma: {{ mean: {Whole(60, 600)} s, cv: 0.{Whole(2, 9)} }} }}",
            3 => $"{{ uniform: {{ min: {Whole(10, 60)} s, max: {Whole(61, 600)} s }} }}",
            _ => $"{{ lognormal: {{ median: {Whole(60, 400)} s, p95: {Whole(500, 1_200)} s }} }}",
        };

    private string Rollout() =>
        Whole(0, 5) switch
        {
            0 => "",
            1 => $"rollout: {{ admission: window, limit: {{ max-unavailable: {Whole(5, 200)} nodes }} }}\n",
            2 =>
                $"rollout: {{ admission: window, limit: {{ max-unavailable: {Whole(2, 40)} %, cap: {Whole(20, 200)} }} }}\n",
            3 => $"rollout: {{ admission: batch, limit: {{ max-unavailable: {Whole(5, 40)} % }} }}\n",
            _ => $"rollout: {{ admission: waves, waves: [1 %, {Whole(5, 20)} %, 100 %], bake: {Whole(1, 30)} min }}\n",
        };

    private static void Line(StringBuilder text, bool isWanted, string line) =>
        text.Append(isWanted ? line + "\n" : "");

    private double Uniform() => _stream.Uniform(_draws++, 1, 1, 0);

    private bool Chance(double share) => Uniform() < share;

    private int Whole(int from, int to) => from + (int)(Uniform() * (to - from));
}
