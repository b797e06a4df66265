using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Tests.Scenarios;

/// <summary>Texts that several fixtures read.</summary>
internal static class Samples
{
    /// <summary>The least that can be run.</summary>
    public const string Least = """
        schema: 1
        name: least
        cluster: { nodes: 10 }
        update: { steps: { reboot: { takes: 5 min } } }
        """;

    /// <summary>Nearly everything that the language knows.</summary>
    public const string Full = """
        # yaml-language-server: $schema=./scenario.schema.json
        # How long does a firmware bundle take on 18k nodes of GB200 racks?
        schema: 1
        name: rack-firmware
        seed: 20261123

        cluster:
          nodes: 18432
          topology: { rack: 18 nodes, row: 16 racks }
          gpus-per-node: 4

        services:                                   # what the nodes share
          artifacts:   { link: { bandwidth: 100 Gbit/s, per-node: 1 Gbit/s } }
          uploads:     { station: { servers: 64, discipline: priority }, per: row }
          api:         { token-bucket: { rate: 20/s, burst: 30, when-empty: reject, retry: { limit: 8, backoff: { delay: 1 s, factor: 2, cap: 1 min, jitter: 50 % } } } }
          power:       { budget: { capacity: 2 MW }, per: rack }
          approvals:   { station: { servers: 2 } }

        update:
          steps:
            stage:    { transfer: 1.2 GB, from: artifacts, uses: { uploads: { priority: 3 } }, in-service: true }
            approve:  { per: cluster, takes: 20 min, uses: approvals }
            drain:    { takes: { lognormal: { median: 4 min, p90: 15 min } }, calls: { api: 7 }, needs: { power: { amount: 8 kW, until: verify } } }
            flash:    { takes: { lognormal: { mu: 1.5, sigma: 0.25, unit: min } }, fails: { share: 0.4 %, detected: at-time-out, time-out: 30 min }, retry: { limit: 2, backoff: 10 min } }
            switches: { per: rack, takes: { listed: [20 min, 21 min 30 s] }, after: [flash] }
            reboot:   { takes: { mixture: [{ share: 97 %, takes: 5 min }, { share: 3 %, takes: { uniform: { min: 20 min, max: 1 h } } }] }, fails: 1 %, needs: { power: 8 kW } }
            verify:   { takes: 15 min, poll: { period: 30 s, phase: uniform } }

        rollout:
          admission: window
          unit: rack
          limit: { max-unavailable: 25 %, rounding: up, floor: 18, cap: 900 }

        sweep:
          cluster.nodes: { from: 18, to: 131072, points: 14, scale: log }
          rollout.limit.max-unavailable: [1 %, 100 nodes]
        goals: { deviation: 20 %, deadline: 8 h, precision: 1 %, confidence: 90 %, share-verified: 95 % }
        """;

    /// <summary>Reads a text that has no data files.</summary>
    public static Scenario Read(string text) =>
        ScenarioFile.Parse(text, "s.yaml", TestContext.CurrentContext.TestDirectory);

    /// <summary>What the user sees of a text that cannot be run; empty where it can.</summary>
    public static string Complaint(string text)
    {
        try
        {
            Read(text);
            return "";
        }
        catch (ScenarioException refused)
        {
            return refused.Message;
        }
    }
}
