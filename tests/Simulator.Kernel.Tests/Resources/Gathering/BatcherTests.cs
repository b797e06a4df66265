using CsCheck;
using Simulator.Kernel.Resources.Gathering;

namespace Simulator.Kernel.Tests.Resources.Gathering;

/// <summary>Batches by size or by time.</summary>
public sealed class BatcherTests
{
    private readonly Simulation _simulation = new();
    private readonly Visitors _visitors;

    public BatcherTests() => _visitors = new Visitors(_simulation);

    [Test]
    public void A_batch_goes_on_when_it_is_full_or_its_first_has_waited_long_enough()
    {
        var batcher = new Batcher(_simulation, "merge", 3, SimTime.FromSeconds(10));

        Join(batcher, at: 1, customer: 1);
        Join(batcher, at: 2, customer: 2);
        Join(batcher, at: 4, customer: 3);
        Join(batcher, at: 5, customer: 4);
        Join(batcher, at: 14, customer: 5);
        _simulation.Run();

        Assert.That(
            _visitors.Log,
            Is.EqualTo(["4 s: 1 granted", "4 s: 2 granted", "4 s: 3 granted", "15 s: 4 granted", "15 s: 5 granted"])
        );
        Assert.That((batcher.FullCount, batcher.TimedOutCount), Is.EqualTo((1L, 1L)));
    }

    [Test]
    public void A_crowd_makes_several_batches_and_the_rest_begins_one_of_its_own()
    {
        var batcher = new Batcher(_simulation, "merge", 3, SimTime.FromSeconds(10));

        for (var customer = 7; customer >= 0; customer--)
        {
            Join(batcher, at: 1, customer);
        }

        _simulation.Run();

        Assert.That(_visitors.GrantOrder, Is.EqualTo([0, 1, 2, 3, 4, 5, 6, 7]));
        Assert.That((_visitors.LastAt[5].Seconds, _visitors.LastAt[6].Seconds), Is.EqualTo((1.0, 11.0)));
    }

    [Test]
    public void Without_patience_only_full_batches_go_on()
    {
        var batcher = new Batcher(_simulation, "merge", 2);

        Join(batcher, at: 1, customer: 1);
        _simulation.Run();

        Assert.That(batcher.QueueLength, Is.EqualTo(1));
        Assert.That(() => new Batcher(_simulation, "merge", 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test] // property: nobody waits longer than W, no batch is larger than B, and against a plain recursion
    public void Batches_agree_with_a_plain_recursion() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 9], Gen.Int[0, 60].Array[1, 30])
            .Sample(
                (size, patience, instants) =>
                {
                    var simulation = new Simulation();
                    var visitors = new Visitors(simulation);
                    var batcher = new Batcher(simulation, "merge", size, SimTime.FromSeconds(patience));
                    var arrivals = instants.Order().ToArray();
                    for (var customer = 0; customer < arrivals.Length; customer++)
                    {
                        var who = customer;
                        visitors.At(arrivals[who], who, () => batcher.Join((ulong)who, who, 0));
                    }

                    simulation.Run();

                    var expected = new List<double>();
                    for (var first = 0; first < arrivals.Length; )
                    {
                        var closes = arrivals[first] + patience;
                        var batch = arrivals.Skip(first).Take(size).TakeWhile(at => at <= closes).ToArray();
                        expected.AddRange(batch.Select(_ => (double)(batch.Length == size ? batch[^1] : closes)));
                        first += batch.Length;
                    }

                    return expected.Index().All(end => visitors.LastAt[end.Index].Seconds == end.Item)
                        && batcher.QueueLength == 0;
                }
            );

    private void Join(Batcher batcher, double at, int customer) =>
        _visitors.At(at, customer, () => batcher.Join((ulong)customer, customer, 0));
}
