using System.Globalization;
using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Observation;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources.Gathering;
using Simulator.Kernel.Resources.Limits;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Attempts that fail by a script, and waves that are halted by failures.</summary>
internal static class Failures
{
    private const uint Step = 1;
    private const uint FailureDraw = 1;

    public static Answer Scripted(OracleRow row)
    {
        var failures = new int[row.Nodes];
        foreach (var node in row.Params.GetProperty("failures").EnumerateObject())
        {
            failures[int.Parse(node.Name, CultureInfo.InvariantCulture)] = node.Value.GetInt32();
        }

        var work = Models.Step("work", row["s"], "servers") with
        {
            Fails = new FailureSpec(0) { Listed = failures },
            Retry = new RetrySpec(failures.Max(), new Backoff { Delay = SimTime.FromSeconds(row["backoff"]) }),
        };
        return Completions.Answer(
            row,
            Models.Run(Models.Of(row.Nodes, [work], [Models.Station("servers", row.Count("c"))]))
        );
    }

    /// <summary>One wave after the other, each with draws of its own; a controller hears whether it is to halt.</summary>
    public static Answer Halts(OracleRow row)
    {
        if (!row.Asks("probability of halt"))
        {
            throw row.Unknown(row.Quantity);
        }

        var waves = new Waves((int)row.Count("n"), row["p"], (int)row.Count("threshold"));
        waves.Run(row.Samples.Replications);
        Assert.That(waves.Halted.Count, Is.GreaterThanOrEqualTo(row.Samples.Replications));
        return new MeanAnswer(waves.Halted);
    }

    private sealed class Waves : CustomerTable
    {
        private readonly Simulation _simulation = new();
        private readonly Quorum _wave;
        private readonly double[] _draws;
        private readonly double _share;

        public Waves(int nodes, double share, int mostFailures)
        {
            _simulation.Attach(this);
            _draws = new double[nodes];
            _share = share;
            var needed = Math.Max(0, nodes - mostFailures);
            _wave = new Quorum(_simulation, "wave", nodes, needed, QuorumRule.WhenAllReported);
        }

        /// <summary>1 for each wave that halted, 0 for each that did not.</summary>
        public Tally Halted { get; } = new();

        public void Run(int count)
        {
            _simulation.Spawn(Control(count));
            _simulation.Run();
        }

        protected override void Wake(int customer, int tag) => _wave.Report(hasArrived: _draws[customer] >= _share);

        protected override void Granted(int customer, int tag) => throw new NotSupportedException();

        protected override void Rejected(int customer, int tag) => throw new NotSupportedException();

        private async Process Control(int count)
        {
            for (var wave = 0; wave < count; wave++)
            {
                await _simulation.Delay(new SimTime(1));
                StreamKey.Derive(Models.Seed, (ulong)wave).Uniforms(0, Step, 1, FailureDraw, _draws);
                for (var node = 0; node < _draws.Length; node++)
                {
                    _simulation.Schedule(_simulation.Now, (ulong)node, node, 0);
                }

                var goesOn = await _wave.Watch();
                Halted.Add(goesOn ? 0 : 1);
                _wave.Reset();
            }
        }
    }
}
